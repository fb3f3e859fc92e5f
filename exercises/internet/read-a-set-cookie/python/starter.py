def is_whole_number(text):
    """Say whether the text is a whole number such as 60 or -1."""
    digits = text[1:] if text.startswith("-") else text
    return digits.isascii() and digits.isdigit()


def read_set_cookie(field):
    """Return the parts of a Set-Cookie field, or None if it is ignored."""
    name, equals, value = field.partition("=")
    # Where do the attributes begin? And what if there is no name?
    return {
        "name": name,
        "value": value,
        "max_age": None,
        "path": None,
        "secure": False,
        "http_only": False,
        "same_site": None,
    }
