export function add(a, b) {
  return "x".repeat(16 << 20);
}
