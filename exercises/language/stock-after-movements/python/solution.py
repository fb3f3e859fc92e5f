def apply_movements(stock, movements):
    """Return the stock after the movements, and those that were refused."""
    left = dict(stock)
    refused = []
    for name, number in movements:
        new = left.get(name, 0) + number
        if new < 0:
            refused.append([name, number])
        else:
            left[name] = new
    return {"stock": left, "refused": refused}


def sold_out(stock):
    """Return the names of which 0 are left."""
    return [name for name, number in stock.items() if number == 0]
