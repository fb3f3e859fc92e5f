/** Returns the values for this name and type, or null if there is no such name. */
export function ask(records, name, type) {
  const seen = new Set();
  let current = name;
  while (!seen.has(current)) {
    seen.add(current);
    const found = records.filter((record) => record.name === current);
    if (found.length === 0) {
      return null;
    }
    const alias = found.find((record) => record.type === "CNAME");
    if (alias === undefined || type === "CNAME") {
      return found.filter((record) => record.type === type).map((record) => record.value);
    }
    current = alias.value;
  }
  return null;
}
