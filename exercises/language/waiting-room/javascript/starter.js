/** Returns who is called now, the three who come next, and how many more wait. */
export function board(names) {
  return { now: names[0], next: names.slice(1, 3), more: names.length };
}
