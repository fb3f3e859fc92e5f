def line_total(cents, count):
    """Return the price of some pieces of one thing, in cents."""
    return cents * (count - count // 10)
