/** The amount cannot be paid back. */
export class RefundRefused extends Error {
  name = "RefundRefused";
}

export function refund(paid, refunded, amount) {
  if (amount <= 0 || amount > paid - refunded) {
    throw new RefundRefused("this amount cannot be paid back");
  }
  const total = refunded + amount;
  const status = total === paid ? "full" : "partial";
  return { refunded: total, open: paid - total, status };
}
