def find_payment(payments, number):
    """Return the payment with this number, or None."""
    for payment in payments:
        if payment["number"] == number:
            return payment
    return None


def reconcile(ours, bank):
    """Return the numbers that are missing at the bank, unknown to us, and of different amounts."""
    missing, unknown, different = [], [], []
    for payment in ours:
        theirs = find_payment(bank, payment["number"])
        if theirs is None:
            missing.append(payment["number"])
        elif theirs["cents"] != payment["cents"]:
            different.append(payment["number"])
    for payment in bank:
        if find_payment(ours, payment["number"]) is None:
            unknown.append(payment["number"])
    return {"missing": missing, "unknown": unknown, "different": different}
