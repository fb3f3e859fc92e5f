/** Returns a number below, at or above 0, as a comes before, with or after b. */
function compareVersions(a, b) {
  const [left, right] = [a, b].map((version) => version.split(".").map(Number));
  const place = left.findIndex((number, index) => number !== right[index]);
  return place < 0 ? 0 : left[place] - right[place];
}

const compareTexts = (a, b) => (a < b ? -1 : Number(a > b));

function concerns({ name, introduced, fixed }, locked) {
  return (
    name.toLowerCase() === locked.name.toLowerCase() &&
    compareVersions(locked.version, introduced) >= 0 &&
    (fixed === null || compareVersions(locked.version, fixed) < 0)
  );
}

/** Returns the version that ends all of these advisories, or null if there is none. */
function fixFor(advisories) {
  const fixes = advisories.map(({ fixed }) => fixed);
  return fixes.includes(null) ? null : fixes.toSorted(compareVersions).at(-1);
}

/** Returns the advisories that concern the locked packages. */
export function affected(locked, advisories) {
  const found = locked.flatMap((entry) => {
    const concerning = advisories.filter((advisory) => concerns(advisory, entry));
    const { name, version, direct } = entry;
    return concerning.map(({ id }) => ({ id, name, version, fix: fixFor(concerning), direct }));
  });
  return found.toSorted(
    (a, b) => Number(b.direct) - Number(a.direct) || compareTexts(a.name, b.name) || compareTexts(a.id, b.id),
  );
}
