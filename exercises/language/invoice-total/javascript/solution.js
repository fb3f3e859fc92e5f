/** Returns the total of an invoice in cents. Each line is a pair of hours and price. */
export function invoiceTotal(lines) {
  let total = 0;
  for (const [hours, price] of lines) {
    total = total + hours * price;
  }
  return total;
}
