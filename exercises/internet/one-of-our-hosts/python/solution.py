def plain(name):
    """Return the name in small letters and without the dot of the root."""
    name = name.lower()
    if name.endswith("."):
        name = name[:-1]
    return name


def belongs_to(host, domain):
    """Say whether the host is the domain or lies below it."""
    host = plain(host)
    domain = plain(domain)
    return host == domain or host.endswith("." + domain)
