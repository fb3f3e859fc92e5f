def basket(prices, names):
    """Return the total of the known names, and the list of the unknown ones."""
    total = 0
    unknown = []
    for name in names:
        if name in prices:
            total += prices[name]
        else:
            unknown.append(name)
    return {"total": total, "unknown": unknown}
