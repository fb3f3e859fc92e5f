export function total(amount) {
  if (amount < 0) throw new RangeError("an amount is not below zero");
  return amount >= 100 ? amount * 0.9 : amount;
}
