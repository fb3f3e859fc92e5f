def invoice_total(lines):
    """Return the total of an invoice in cents. Each line is a pair of hours and price."""
    total = 0
    for hours, price in lines:
        total = total + hours * price
    return total
