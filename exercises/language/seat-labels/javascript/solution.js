/** Returns the labels of all seats that are there, row by row. */
export function seatLabels(rows, numbers, removed) {
  const labels = [];
  for (const row of rows) {
    for (let number = 1; number <= numbers; number = number + 1) {
      const label = `${row}${number}`;
      if (!removed.includes(label)) {
        labels.push(label);
      }
    }
  }
  return labels;
}
