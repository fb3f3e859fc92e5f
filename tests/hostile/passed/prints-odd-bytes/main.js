export function add(a, b) {
  console.log("\x1b[31mred\x1b[0m\x00nul");
  return a + b;
}

export function reverse(text) {
  return [...text].reverse().join("");
}

export function describe(number) {
  return { number, names: ["one", "ein"], even: false, root: 1, note: null };
}
