let changes = [];

/** Keeps the history, changes sorted by time, and returns how many there are. */
export function load(history) {
  changes = history;
  return changes.length;
}

/** Returns the cents that hold at this second, or null before the first change. */
export function priceAt(moment) {
  let price = null;
  for (const change of changes) {
    if (change.at <= moment) {
      price = change.cents;
    }
  }
  return price;
}
