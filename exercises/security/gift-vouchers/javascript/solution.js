const prices = new Map([["adult", 1800], ["child", 900]]);
const voucherCents = 1000;
const mostLines = 10;
const mostTickets = 20;

const vouchersOpen = new Set(["LYNX-1", "IBEX-2", "OTTER-3"]);
const orders = new Map(); // number -> { total, refunded }

function demand(condition, message) {
  if (!condition) {
    throw new RangeError(message);
  }
}

const isWhole = (value, most) => Number.isInteger(value) && value >= 1 && value <= most;

function checkLines(lines) {
  demand(lines.length >= 1 && lines.length <= mostLines, `an order has 1 to ${mostLines} lines`);
  for (const { ticket, quantity } of lines) {
    demand(prices.has(ticket), "there is no such ticket");
    demand(isWhole(quantity, mostTickets), `a quantity is 1 to ${mostTickets}`);
  }
}

function checkVouchers(vouchers) {
  demand(new Set(vouchers).size === vouchers.length, "a voucher is good once");
  demand(vouchers.every((voucher) => vouchersOpen.has(voucher)), "there is no such voucher, or it was used");
}

/** Makes an order; returns its number and total. */
export function order(lines, vouchers) {
  checkLines(lines);
  checkVouchers(vouchers);
  const price = lines.reduce((sum, { ticket, quantity }) => sum + quantity * prices.get(ticket), 0);
  const total = Math.max(0, price - voucherCents * vouchers.length);
  for (const voucher of vouchers) {
    vouchersOpen.delete(voucher);
  }
  const id = orders.size + 1;
  orders.set(id, { total, refunded: 0 });
  return { id, total_cents: total };
}

/** Gives money back for an order; says whether it was done. */
export function refund(id, cents) {
  const known = orders.get(id);
  if (!known || !isWhole(cents, known.total - known.refunded)) {
    return false;
  }
  known.refunded += cents;
  return true;
}

/** Returns how many cents are in the till. */
export const till = () => [...orders.values()].reduce((sum, { total, refunded }) => sum + total - refunded, 0);
