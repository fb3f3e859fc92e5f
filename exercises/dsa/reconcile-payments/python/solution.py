def reconcile(ours, bank):
    """Return the numbers that are missing at the bank, unknown to us, and of different amounts."""
    our_numbers = {payment["number"] for payment in ours}
    bank_cents = {payment["number"]: payment["cents"] for payment in bank}

    missing, different = [], []
    for payment in ours:
        number = payment["number"]
        if number not in bank_cents:
            missing.append(number)
        elif bank_cents[number] != payment["cents"]:
            different.append(number)
    unknown = [payment["number"] for payment in bank if payment["number"] not in our_numbers]
    return {"missing": missing, "unknown": unknown, "different": different}
