def price_to_pay(cents, quantity, is_member, coupon):
    """Return what has to be paid, in whole cents."""
    total = cents * quantity

    if quantity >= 50:
        percent = 15
    elif quantity >= 10:
        percent = 5
    else:
        percent = 0
    if is_member and percent < 10:
        percent = 10
    left = total - total * percent // 100

    if coupon == "GREEN5" and left >= 3000:
        left = left - 500
    if coupon == "ROOTS" and not is_member:
        left = max(0, left - 100)
    return left
