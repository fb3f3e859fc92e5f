def line_total(cents, count):
    """Return the price of some pieces of one thing, in cents."""
    return cents * (count - count // 10)


def total(lines):
    """Return the price of a basket, in cents."""
    return sum(line_total(line["cents"], line["count"]) for line in lines)
