/** Returns the total of one line in whole cents. Both values are texts from a form. */
export function lineTotal(quantity, price) {
  const bags = Number(quantity);
  const cents = Math.round(Number(price) * 100);
  return bags * cents;
}
