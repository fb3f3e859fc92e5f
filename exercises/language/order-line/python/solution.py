def line_total(quantity, price):
    """Return the total of one line in whole cents. Both values are texts from a form."""
    bags = int(quantity)
    cents = round(float(price) * 100)
    return bags * cents
