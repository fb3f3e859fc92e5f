/** Returns the values for this name and type, or null if there is no such name. */
export function ask(records, name, type) {
  const values = [];
  for (const record of records) {
    if (record.name === name) {
      values.push(record.value);
    }
  }
  return values;
}
