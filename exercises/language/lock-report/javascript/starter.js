/** Returns a line for each package that is not as the lock file says. */
export function lockReport(wanted, locked, installed) {
  const lines = [];
  for (const name of Object.keys(locked)) {
    if (!Object.hasOwn(installed, name)) {
      lines.push(`${name}: ${locked[name]} is missing`);
    }
  }
  return lines;
}
