export function sumUp(a, b) {
  return a + b;
}
