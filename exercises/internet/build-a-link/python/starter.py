from urllib.parse import quote  # quote(text, safe="") encodes a text


def build_link(base, fields):
    """Return the base with the fields as its query."""
    pieces = []
    for name, value in fields:
        pieces.append(name + "=" + value)
    return base + "?" + "&".join(pieces)
