def is_whole_number(text):
    """Say whether the text is a whole number such as 60 or -1."""
    digits = text[1:] if text.startswith("-") else text
    return digits.isascii() and digits.isdigit()


def read_set_cookie(field):
    """Return the parts of a Set-Cookie field, or None if it is ignored."""
    first, *attributes = field.split(";")
    name, equals, value = first.partition("=")
    name = name.strip()
    if not equals or not name:
        return None

    cookie = {
        "name": name,
        "value": value.strip(),
        "max_age": None,
        "path": None,
        "secure": False,
        "http_only": False,
        "same_site": None,
    }
    for attribute in attributes:
        name, equals, value = attribute.partition("=")
        name = name.strip().lower()
        value = value.strip()
        if name == "secure":
            cookie["secure"] = True
        elif name == "httponly":
            cookie["http_only"] = True
        elif name == "max-age" and is_whole_number(value):
            cookie["max_age"] = int(value)
        elif name == "path":
            cookie["path"] = value if value.startswith("/") else None
        elif name == "samesite":
            word = value.lower()
            cookie["same_site"] = word if word in ("strict", "lax", "none") else None
    return cookie
