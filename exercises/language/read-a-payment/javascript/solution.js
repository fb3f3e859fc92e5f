function parse(body) {
  try {
    return JSON.parse(body);
  } catch {
    throw new RangeError("body is not JSON");
  }
}

/** Returns id, cents, currency and note of a payment, or throws a RangeError with a reason. */
export function readPayment(body) {
  const data = parse(body);
  if (typeof data !== "object" || data === null || Array.isArray(data)) {
    throw new RangeError("body is not an object");
  }
  if (typeof data.id !== "string" || data.id === "") {
    throw new RangeError("id must be a text");
  }
  if (!Number.isInteger(data.cents) || data.cents < 1) {
    throw new RangeError("cents must be a whole number from 1");
  }
  if (!["EUR", "GBP", "USD"].includes(data.currency)) {
    throw new RangeError("currency is not supported");
  }
  const note = data.note ?? "";
  if (typeof note !== "string") {
    throw new RangeError("note must be a text");
  }
  return { id: data.id, cents: data.cents, currency: data.currency, note: note };
}
