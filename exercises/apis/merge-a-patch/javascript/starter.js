/** Returns what comes out when `patch` is applied to `target`. */
export function mergePatch(target, patch) {
  return { ...target, ...patch };
}
