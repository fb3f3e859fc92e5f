/** Returns the total of one line in whole cents. Both values are texts from a form. */
export function lineTotal(quantity, price) {
  const bags = Number(quantity);
  return bags * Math.trunc(Number(price) * 100);
}
