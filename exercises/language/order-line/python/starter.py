def line_total(quantity, price):
    """Return the total of one line in whole cents. Both values are texts from a form."""
    bags = int(quantity)
    return bags * int(float(price) * 100)
