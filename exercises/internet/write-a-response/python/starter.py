def write_response(status, reason, fields, body):
    """Return a whole HTTP/1.1 response as one text."""
    lines = [f"HTTP/1.1 {status} {reason}"]
    for name, value in fields:
        lines.append(f"{name}: {value}")
    lines.append(f"Content-Length: {len(body)}")
    return "\n".join(lines) + "\n" + body
