def price_tag(name, cents):
    """Return a line such as "Ethiopia Guji: 12.50 EUR"."""
    euros = cents // 100
    rest = cents % 100
    return f"{name}: {euros}.{rest:02} EUR"
