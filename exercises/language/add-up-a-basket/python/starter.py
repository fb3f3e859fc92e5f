def basket(prices, names):
    """Return the total of the known names, and the list of the unknown ones."""
    total = 0
    for name in names:
        total = total + 1
    return {"total": total, "unknown": []}
