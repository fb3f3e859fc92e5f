def split_url(url):
    """Return the parts of an http or https URL."""
    rest, mark, fragment = url.partition("#")
    rest, mark, query = rest.partition("?")
    scheme, mark, rest = rest.partition("://")
    # Now rest is something like "library.example:8080/books". Go on.
    return {
        "scheme": scheme,
        "host": rest,
        "port": 0,
        "path": "",
        "query": query,
    }
