class RowError extends Error {
  name = "RowError";
}

/** Returns the text as a number, or throws a RowError with the name of the field. */
function number(text, name) {
  if (!/^[0-9]+$/.test(text)) {
    throw new RowError(`${name} is not a number`);
  }
  return Number(text);
}

/** Returns title, seats and cents of one line, or throws a RowError with a reason. */
export function parseRow(line) {
  const fields = line.split(";").map((field) => field.trim());
  if (fields.length !== 3) {
    throw new RowError(`expected 3 fields, found ${fields.length}`);
  }
  const [title, seats, cents] = fields;
  if (title === "") {
    throw new RowError("title is missing");
  }
  return { title: title, seats: number(seats, "seats"), cents: number(cents, "cents") };
}

/** Returns the good rows, and the errors with the number of their line. */
export function importRows(lines) {
  const rows = [];
  const errors = [];
  for (const [place, line] of lines.entries()) {
    if (line.trim() === "") {
      continue;
    }
    try {
      rows.push(parseRow(line));
    } catch (error) {
      if (!(error instanceof RowError)) {
        throw error;
      }
      errors.push({ line: place + 1, error: error.message });
    }
  }
  return { rows: rows, errors: errors };
}
