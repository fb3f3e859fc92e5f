export function add(a, b) {
  while (a !== b) {
    [a, b] = [b, a];
  }
}
