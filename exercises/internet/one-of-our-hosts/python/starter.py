def belongs_to(host, domain):
    """Say whether the host is the domain or lies below it."""
    # This line knows the domain itself. The rest is up to you.
    return host == domain
