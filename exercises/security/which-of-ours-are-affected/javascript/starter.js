/** Returns the advisories that concern the locked packages. */
export function affected(locked, advisories) {
  const found = [];
  for (const { name, version } of locked) {
    for (const advisory of advisories) {
      if (name === advisory.name && version < advisory.fixed) {
        found.push({ id: advisory.id, name });
      }
    }
  }
  return found;
}
