/** Returns the table: days late, age of the reader, fee in cents. */
export function examples() {
  return [
    [0, 30, 0],
    [3, 30, 0],
    [4, 14, 80],
    [24, 30, 480],
    [25, 30, 500],
    [40, 30, 500],
    [10, 13, 100],
    [40, 13, 250],
  ];
}
