/** Returns the price of some pieces of one thing, in cents. */
export function lineTotal(cents, count) {
  return cents * (count - Math.floor(count / 10));
}

/** Returns the price of a basket, in cents. */
export function total(lines) {
  return lines.reduce((sum, line) => sum + lineTotal(line.cents, line.count), 0);
}
