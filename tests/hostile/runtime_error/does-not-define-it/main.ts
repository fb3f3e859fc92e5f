export function sumUp(a: number, b: number): number {
  return a + b;
}
