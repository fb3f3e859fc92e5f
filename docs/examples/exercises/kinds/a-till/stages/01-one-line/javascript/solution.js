/** Returns the price of some pieces of one thing, in cents. */
export function lineTotal(cents, count) {
  return cents * (count - Math.floor(count / 10));
}
