def parse_quantity(text):
    """Return the quantity from 1 to 99, or raise ValueError with a reason."""
    digits = text.strip()
    if not (digits.isascii() and digits.isdigit()):
        raise ValueError(f"not a whole number: '{text}'")
    quantity = int(digits)
    if quantity < 1:
        raise ValueError("must be at least 1")
    if quantity > 99:
        raise ValueError("must be at most 99")
    return quantity
