export function add(a, b) {
  return a - b;
}

export function reverse(text) {
  return [...text].reverse().join("");
}
