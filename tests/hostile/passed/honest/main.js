export function add(a, b) {
  return a + b;
}

export function reverse(text) {
  return [...text].reverse().join("");
}

export function describe(number) {
  return { number, names: ["one", "ein"], even: false, root: 1, note: undefined };
}
