export function reconcile(ours, bank) {
  const a = {};
  const b = {};
  for (const payment of ours) {
    a[payment.number] = payment.cents;
  }
  for (const payment of bank) {
    b[payment.number] = payment.cents;
  }
  return {
    missing: Object.keys(a).filter((number) => !(number in b)),
    unknown: Object.keys(b).filter((number) => !(number in a)),
    different: Object.keys(a).filter((number) => number in b && a[number] !== b[number]),
  };
}
