/** Returns a line for each package that is not as the lock file says. */
export function lockReport(wanted, locked, installed) {
  const lines = [];
  const names = new Set([...wanted, ...Object.keys(locked), ...Object.keys(installed)]);
  for (const name of [...names].sort()) {
    const shouldBe = locked[name];
    const isThere = installed[name];
    if (shouldBe === undefined && isThere === undefined) {
      lines.push(`${name}: wanted, but not locked`);
    } else if (shouldBe === undefined) {
      lines.push(`${name}: ${isThere} is not locked`);
    } else if (isThere === undefined) {
      lines.push(`${name}: ${shouldBe} is missing`);
    } else if (isThere !== shouldBe) {
      lines.push(`${name}: ${isThere} is installed, ${shouldBe} is locked`);
    }
  }
  return lines;
}
