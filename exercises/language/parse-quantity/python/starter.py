def parse_quantity(text):
    """Return the quantity from 1 to 99, or raise ValueError with a reason."""
    return int(text)
