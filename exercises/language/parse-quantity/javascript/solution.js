/** Returns the quantity from 1 to 99, or throws a RangeError with a reason. */
export function parseQuantity(text) {
  const digits = text.trim();
  if (!/^[0-9]+$/.test(digits)) {
    throw new RangeError(`not a whole number: '${text}'`);
  }
  const quantity = Number(digits);
  if (quantity < 1) {
    throw new RangeError("must be at least 1");
  }
  if (quantity > 99) {
    throw new RangeError("must be at most 99");
  }
  return quantity;
}
