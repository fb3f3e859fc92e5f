/** Returns the zone's offset in minutes at this moment. */
export function offsetAt(zone, seconds) {
  return zone.first;
}

/** Returns pairs of local date and number of visits, sorted by date. */
export function visitsPerDay(zone, visits) {
  const days = {};
  for (const seconds of visits) {
    const day = new Date(seconds * 1000).toISOString().slice(0, 10);
    days[day] = 1;
  }
  return Object.entries(days);
}
