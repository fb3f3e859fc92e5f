/** Returns the paths of the log's lines under their status; lines that do not fit under "broken". */
export function groupByStatus(lines) {
  const groups = {};
  for (const line of lines) {
    const [method, path, status] = line.split(" ");
    groups[status] = [path];
  }
  return groups;
}
