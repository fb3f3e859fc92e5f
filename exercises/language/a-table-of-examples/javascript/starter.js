/** Returns the table: days late, age of the reader, fee in cents. */
export function examples() {
  return [
    [10, 30, 200],
  ];
}
