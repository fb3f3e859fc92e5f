let changes = [];

/** Keeps the history, changes sorted by time, and returns how many there are. */
export function load(history) {
  changes = history;
  return changes.length;
}

/** Returns how many changes are at or before this second. */
function countUntil(moment) {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (changes[middle].at <= moment) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** Returns the cents that hold at this second, or null before the first change. */
export function priceAt(moment) {
  const count = countUntil(moment);
  if (count === 0) {
    return null;
  }
  return changes[count - 1].cents;
}
