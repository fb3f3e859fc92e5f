def invoice_total(lines):
    """Return the total of an invoice in cents. Each line is a pair of hours and price."""
    for hours, price in lines:
        return hours * price
