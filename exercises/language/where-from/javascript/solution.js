/** Returns the names that a line imports, with their points. */
function imported(line) {
  const text = line.trim();
  if (text.startsWith("from ")) {
    return [text.split(" ")[1]];
  }
  if (text.startsWith("import ")) {
    const parts = text.slice("import ".length).split(",");
    return parts.map((part) => part.trim().split(" ")[0]);
  }
  return [];
}

/** Returns the imported names that are not known, sorted, each once. */
export function undeclared(lines, known) {
  const names = new Set();
  for (const line of lines) {
    for (const name of imported(line)) {
      const top = name.split(".")[0];
      if (top !== "" && !known.includes(top)) {
        names.add(top);
      }
    }
  }
  return [...names].sort();
}
