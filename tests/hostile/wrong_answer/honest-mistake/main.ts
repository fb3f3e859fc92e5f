export const add = (a: number, b: number): number => a - b;

export function reverse(text: string): string {
  return [...text].reverse().join("");
}
