/** Returns the events of both feeds by time; at equal times the shop's come first. */
export function mergeFeeds(shop, parcels) {
  const merged = [];
  let i = 0;
  let j = 0;
  while (i < shop.length && j < parcels.length) {
    if (shop[i].at <= parcels[j].at) {
      merged.push(shop[i]);
      i += 1;
    } else {
      merged.push(parcels[j]);
      j += 1;
    }
  }
  return merged.concat(shop.slice(i), parcels.slice(j));
}
