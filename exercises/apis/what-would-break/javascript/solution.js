/** Lists what would break clients that work with the old description. */
export function breakingChanges(oldApi, newApi) {
  const changes = [];
  // A request breaks by what is asked for now, so the new fields are looked through.
  for (const field of Object.keys(newApi.request).sort()) {
    const before = oldApi.request[field];
    const now = newApi.request[field];
    if (before && before.type !== now.type) {
      changes.push({ where: "request", field, why: "type" });
    } else if (now.required && !before?.required) {
      changes.push({ where: "request", field, why: "required" });
    }
  }
  // A response breaks by what is lost, so the old fields are looked through.
  for (const field of Object.keys(oldApi.response).sort()) {
    const before = oldApi.response[field];
    const now = newApi.response[field];
    if (!now) {
      changes.push({ where: "response", field, why: "removed" });
    } else if (before.type !== now.type) {
      changes.push({ where: "response", field, why: "type" });
    } else if (before.required && !now.required) {
      changes.push({ where: "response", field, why: "optional" });
    }
  }
  return changes;
}
