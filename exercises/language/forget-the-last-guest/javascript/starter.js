let total = 0;
let tip = 0;

/** Returns the total, the tip and what each of the guests pays, in cents. */
export function bill(prices, guests) {
  for (const price of prices) {
    total = total + price;
  }
  if (guests >= 2) {
    tip = Math.floor(total / 10);
  }
  const each = Math.ceil((total + tip) / guests);
  return { total: total, tip: tip, each: each };
}
