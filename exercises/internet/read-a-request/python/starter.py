def parse_request(text):
    """Return the parts of an HTTP/1.1 request, or raise ValueError("bad request")."""
    head, empty, body = text.partition("\r\n\r\n")
    lines = head.split("\r\n")

    method, target, version = "?", "?", "?"  # these stand in lines[0]

    headers = {}
    for line in lines[1:]:
        pass  # take the name and the value, and store them: headers[name] = value

    return {"method": method, "target": target, "version": version, "headers": headers, "body": body}
