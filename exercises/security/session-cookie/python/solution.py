import re

NAME = "__Host-session"
ATTRIBUTES = "Path=/; Secure; HttpOnly; SameSite=Lax"


def session_cookie(value):
    """Return the Set-Cookie value that sets the session."""
    if not re.fullmatch(r"[A-Za-z0-9_-]+", value):
        raise ValueError("a session's id has letters, digits, - and _ only")
    return f"{NAME}={value}; {ATTRIBUTES}"


def clear_cookie():
    """Return the Set-Cookie value that makes the browser forget it."""
    return f"{NAME}=; {ATTRIBUTES}; Max-Age=0"


def read_session(header):
    """Return the session from a Cookie header field, or None."""
    for part in header.split(";"):
        name, _, value = part.partition("=")
        if name.strip() == NAME:
            return value.strip()
    return None
