/** Returns the payment with this number, or undefined. */
function findPayment(payments, number) {
  return payments.find((payment) => payment.number === number);
}

/** Returns the numbers that are missing at the bank, unknown to us, and of different amounts. */
export function reconcile(ours, bank) {
  const missing = [];
  const unknown = [];
  const different = [];
  for (const payment of ours) {
    const theirs = findPayment(bank, payment.number);
    if (theirs === undefined) {
      missing.push(payment.number);
    } else if (theirs.cents !== payment.cents) {
      different.push(payment.number);
    }
  }
  for (const payment of bank) {
    if (findPayment(ours, payment.number) === undefined) {
      unknown.push(payment.number);
    }
  }
  return { missing, unknown, different };
}
