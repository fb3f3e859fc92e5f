export function add(a, b) {
  return new Uint32Array(1 << 28).fill(a + b);
}
