export function priceToPay(cents) {
  if (cents >= 5000) {
    return Math.floor((cents * 9) / 10);
  }
  return cents;
}
