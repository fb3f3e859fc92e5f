/** Returns what has to be paid, in whole cents. */
export function priceToPay(cents, quantity, isMember, coupon) {
  const total = cents * quantity;
  if (quantity > 10) {
    return Math.floor((total * 95) / 100);
  } else if (quantity > 50) {
    return Math.floor((total * 85) / 100);
  } else {
    return total;
  }
}
