/** Returns the zone's offset in minutes at this moment. */
export function offsetAt(zone, seconds) {
  const last = zone.changes.findLast((change) => change.at <= seconds);
  return last ? last.offset : zone.first;
}

/** Returns the date in the zone at this moment, such as "2026-03-29". */
function localDate(zone, seconds) {
  const wall = seconds + offsetAt(zone, seconds) * 60;
  return new Date(wall * 1000).toISOString().slice(0, 10);
}

/** Returns pairs of local date and number of visits, sorted by date. */
export function visitsPerDay(zone, visits) {
  const days = {};
  for (const seconds of visits) {
    const day = localDate(zone, seconds);
    days[day] = (days[day] ?? 0) + 1;
  }
  return Object.entries(days).toSorted();
}
