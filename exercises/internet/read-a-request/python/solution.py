def parse_request(text):
    """Return the parts of a request, or raise ValueError("bad request")."""
    head, empty, body = text.partition("\r\n\r\n")
    if not empty:
        raise ValueError("bad request")
    lines = head.split("\r\n")

    parts = lines[0].split(" ")
    if len(parts) != 3 or "" in parts:
        raise ValueError("bad request")
    method, target, version = parts

    headers = {}
    for line in lines[1:]:
        name, colon, value = line.partition(":")
        if not colon or name != name.rstrip():
            raise ValueError("bad request")
        name = name.lower()
        value = value.strip()
        if name in headers:
            value = headers[name] + ", " + value
        headers[name] = value

    return {
        "method": method,
        "target": target,
        "version": version,
        "headers": headers,
        "body": body,
    }
