const prices = new Map([["adult", 1800], ["child", 900]]);
const voucherCents = 1000;

const vouchersSold = new Set(["LYNX-1", "IBEX-2", "OTTER-3"]);
const orders = [];
const refunded = [];

const sum = (numbers) => numbers.reduce((total, number) => total + Number(number), 0);

/** Makes an order; returns its number and total. */
export function order(lines, vouchers) {
  let total = 0;
  for (const { ticket, quantity, price_cents: cents = 0 } of lines) {
    if (!prices.has(ticket)) {
      throw new RangeError("there is no such ticket");
    }
    total += quantity * cents;
  }
  for (const voucher of vouchers) {
    if (!vouchersSold.has(voucher)) {
      throw new RangeError("there is no such voucher");
    }
    total -= voucherCents;
  }
  orders.push(total);
  return { id: orders.length, total_cents: total };
}

/** Gives money back for an order; says whether it was done. */
export function refund(id, cents) {
  if (!(id >= 1 && id <= orders.length)) {
    return false;
  }
  refunded.push(cents);
  return true;
}

/** Returns how many cents are in the till. */
export const till = () => sum(orders) - sum(refunded);
