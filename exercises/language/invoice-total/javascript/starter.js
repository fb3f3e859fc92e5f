/** Returns the total of an invoice in cents. Each line is a pair of hours and price. */
export function invoiceTotal(lines) {
  for (const [hours, price] of lines) {
    return hours * price;
  }
}
