/** Returns who is called now, the three who come next, and how many more wait. */
export function board(names) {
  const now = names[0] ?? null;
  return { now: now, next: names.slice(1, 4), more: Math.max(0, names.length - 4) };
}
