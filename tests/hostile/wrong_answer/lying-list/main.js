export function add(a, b) {
  let asked = 0;
  return new Proxy([a], {
    get: (target, name, self) => (name === "length" ? 1 : name === "0" ? asked++ : Reflect.get(target, name, self)),
  });
}
