/** Returns the paths of the log's lines under their status; lines that do not fit under "broken". */
export function groupByStatus(lines) {
  const groups = {};
  for (const one of lines) {
    const line = one.trim();
    if (line === "") {
      continue;
    }
    const parts = line.split(" ");
    let key = "broken";
    let value = line;
    if (parts.length === 3) {
      key = parts[2];
      value = parts[1];
    }
    if (!Object.hasOwn(groups, key)) {
      groups[key] = [];
    }
    groups[key].push(value);
  }
  return groups;
}
