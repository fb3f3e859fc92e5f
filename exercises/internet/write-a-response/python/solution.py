def write_response(status, reason, fields, body):
    """Return a whole HTTP/1.1 response as one text."""
    lines = [f"HTTP/1.1 {status} {reason}"]
    for name, value in fields:
        if name.lower() != "content-length":
            lines.append(f"{name}: {value}")
    length = len(body.encode("utf-8"))
    lines.append(f"Content-Length: {length}")
    return "\r\n".join(lines) + "\r\n\r\n" + body
