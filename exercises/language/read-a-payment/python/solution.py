import json


def read_payment(body):
    """Return id, cents, currency and note of a payment, or raise ValueError with a reason."""
    try:
        data = json.loads(body)
    except json.JSONDecodeError:
        raise ValueError("body is not JSON") from None
    if not isinstance(data, dict):
        raise ValueError("body is not an object")

    payment_id = data.get("id")
    if not isinstance(payment_id, str) or payment_id == "":
        raise ValueError("id must be a text")

    cents = data.get("cents")
    if isinstance(cents, bool) or not isinstance(cents, int) or cents < 1:
        raise ValueError("cents must be a whole number from 1")

    currency = data.get("currency")
    if currency not in ("EUR", "GBP", "USD"):
        raise ValueError("currency is not supported")

    note = data.get("note")
    if note is None:
        note = ""
    if not isinstance(note, str):
        raise ValueError("note must be a text")

    return {"id": payment_id, "cents": cents, "currency": currency, "note": note}
