/** Returns the labels of all seats that are there, row by row. */
export function seatLabels(rows, numbers, removed) {
  const labels = [];
  for (const row of rows) {
    labels.push(row);
  }
  return labels;
}
