def take_apart(url):
    scheme, rest = url.split("://", 1)
    for end in "#?":
        rest = rest.split(end, 1)[0]
    host, slash, path = rest.partition("/")
    host, colon, port = host.partition(":")
    standard = {"http": 80, "https": 443}
    return {"host": host.lower(), "path": slash + path or "/", "port": int(port) if colon else standard[scheme]}
