def total(amount):
    if amount < 0:
        raise ValueError("an amount is not below zero")
    return amount * 0.9 if amount >= 100 else amount
