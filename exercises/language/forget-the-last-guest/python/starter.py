total = 0
tip = 0


def bill(prices, guests):
    """Return the total, the tip and what each of the guests pays, in cents."""
    global total, tip
    for price in prices:
        total = total + price
    if guests >= 2:
        tip = total // 10
    each = (total + tip + guests - 1) // guests
    return {"total": total, "tip": tip, "each": each}
