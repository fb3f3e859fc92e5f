export function add(a, b) {
  return NaN;
}
