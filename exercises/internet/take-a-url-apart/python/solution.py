DEFAULT_PORTS = {"http": 80, "https": 443}


def split_url(url):
    """Return the parts of an http or https URL."""
    rest, mark, fragment = url.partition("#")
    rest, mark, query = rest.partition("?")
    scheme, mark, rest = rest.partition("://")
    scheme = scheme.lower()

    authority, slash, path = rest.partition("/")
    if "@" in authority:
        user, mark, authority = authority.partition("@")
    host, mark, port = authority.partition(":")

    return {
        "scheme": scheme,
        "host": host.lower(),
        "port": int(port) if port else DEFAULT_PORTS[scheme],
        "path": "/" + path,
        "query": query,
    }
