import json


def read_payment(body):
    """Return id, cents, currency and note of a payment, or raise ValueError with a reason."""
    return json.loads(body)
