/** Returns what has to be paid, in whole cents. */
export function priceToPay(cents, quantity, isMember, coupon) {
  const total = cents * quantity;

  let percent = 0;
  if (quantity >= 50) {
    percent = 15;
  } else if (quantity >= 10) {
    percent = 5;
  }
  if (isMember && percent < 10) {
    percent = 10;
  }
  let left = total - Math.floor((total * percent) / 100);

  if (coupon === "GREEN5" && left >= 3000) {
    left = left - 500;
  }
  if (coupon === "ROOTS" && !isMember) {
    left = Math.max(0, left - 100);
  }
  return left;
}
