/** Returns the numbers that are missing at the bank, unknown to us, and of different amounts. */
export function reconcile(ours, bank) {
  const ourNumbers = new Set(ours.map((payment) => payment.number));
  const bankCents = new Map(bank.map((payment) => [payment.number, payment.cents]));

  const missing = [];
  const different = [];
  for (const { number, cents } of ours) {
    if (!bankCents.has(number)) {
      missing.push(number);
    } else if (bankCents.get(number) !== cents) {
      different.push(number);
    }
  }
  const unknown = bank.map((payment) => payment.number).filter((number) => !ourNumbers.has(number));
  return { missing, unknown, different };
}
