def parse_request(text):
    """Return the parts of a request, or raise ValueError("bad request")."""
    head, empty, body = text.partition("\r\n\r\n")
    lines = head.split("\r\n")

    # These stand in lines[0].
    method, target, version = "?", "?", "?"

    headers = {}
    for line in lines[1:]:
        # Take the name and the value, and store them: headers[name] = value
        pass

    return {
        "method": method,
        "target": target,
        "version": version,
        "headers": headers,
        "body": body,
    }
