/** Lists what would break clients that work with the old description. */
export function breakingChanges(oldApi, newApi) {
  const changes = [];
  for (const where of ["request", "response"]) {
    for (const field of Object.keys(oldApi[where])) {
      if (!(field in newApi[where])) {
        changes.push({ where, field, why: "removed" });
      }
    }
  }
  return changes;
}
