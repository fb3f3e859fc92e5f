def price_to_pay(cents, quantity, is_member, coupon):
    """Return what has to be paid, in whole cents."""
    total = cents * quantity
    if quantity > 10:
        return total * 95 // 100
    elif quantity > 50:
        return total * 85 // 100
    else:
        return total
