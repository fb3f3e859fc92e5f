export function mergeFeeds(shop, parcels) {
  let merged = [];
  while (shop.length > 0 && parcels.length > 0) {
    if (shop[0].at <= parcels[0].at) {
      merged = [...merged, shop[0]];
      shop = shop.slice(1);
    } else {
      merged = [...merged, parcels[0]];
      parcels = parcels.slice(1);
    }
  }
  return [...merged, ...shop, ...parcels];
}
