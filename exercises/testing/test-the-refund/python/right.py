class RefundRefused(Exception):
    """The amount cannot be paid back."""


def refund(paid, refunded, amount):
    if amount <= 0 or amount > paid - refunded:
        raise RefundRefused("this amount cannot be paid back")
    refunded += amount
    status = "full" if refunded == paid else "partial"
    return {"refunded": refunded, "open": paid - refunded, "status": status}
