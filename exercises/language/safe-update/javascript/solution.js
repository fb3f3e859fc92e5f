/** Returns less than 0 if a is older than b, more than 0 if it is newer, and 0 if they are the same. */
function compare(a, b) {
  const left = a.split(".").map(Number);
  const right = b.split(".").map(Number);
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}

/** Says whether the robot may propose this version. */
function fits(installed, version) {
  if (version.includes("-") || compare(version, installed) <= 0) {
    return false;
  }
  const [oldMajor, oldMinor] = installed.split(".");
  const [newMajor, newMinor] = version.split(".");
  return newMajor === oldMajor && (oldMajor !== "0" || newMinor === oldMinor);
}

/** Returns the newest compatible version that is newer than the installed one, or null. */
export function safeUpdate(installed, available) {
  const fitting = available.filter((version) => fits(installed, version));
  return fitting.toSorted(compare).at(-1) ?? null;
}
