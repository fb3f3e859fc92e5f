from urllib.parse import quote  # quote(text, safe="") encodes a text


def build_link(base, fields):
    """Return the base with the fields as its query."""
    pieces = []
    for name, value in fields:
        if value is not None:
            pieces.append(quote(name, safe="") + "=" + quote(value, safe=""))
    if not pieces:
        return base
    return base + "?" + "&".join(pieces)
