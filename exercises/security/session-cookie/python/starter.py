NAME = "session"


def session_cookie(value):
    """Return the Set-Cookie value that sets the session."""
    return f"{NAME}={value}; Path=/; Domain=example.org; Max-Age=31536000"


def clear_cookie():
    """Return the Set-Cookie value that makes the browser forget it."""
    return f"{NAME}=; Path=/; Domain=example.org; Max-Age=0"


def read_session(header):
    """Return the session from a Cookie header field, or None."""
    for part in header.split(";"):
        name, _, value = part.partition("=")
        if name.strip().endswith(NAME):
            return value.strip()
    return None
