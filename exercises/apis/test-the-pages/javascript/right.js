/** Negative if the first comes before the other: newest day first, then the lower id. */
function compare(one, other) {
  if (one.day !== other.day) {
    return one.day > other.day ? -1 : 1;
  }
  return one.id - other.id;
}

export function page(episodes, limit, after) {
  const inOrder = episodes.toSorted(compare);
  const rest = inOrder.filter((one) => after === null || compare(after, one) < 0);
  const items = rest.slice(0, limit);
  const more = rest.length > limit;
  const last = items.at(-1);
  return { ids: items.map(({ id }) => id), next: more ? { day: last.day, id: last.id } : null };
}
