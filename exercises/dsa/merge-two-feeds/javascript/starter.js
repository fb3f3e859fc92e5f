/** Returns the events of both feeds by time; at equal times the shop's come first. */
export function mergeFeeds(shop, parcels) {
  const merged = [...shop];
  for (const event of parcels) {
    let place = 0;
    while (place < merged.length && merged[place].at <= event.at) {
      place += 1;
    }
    merged.splice(place, 0, event);
  }
  return merged;
}
