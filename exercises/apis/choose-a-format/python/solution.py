import re


def read_accept(accept):
    """Turn the field into a dictionary from type or range to its q."""
    entries = {}
    for part in accept.lower().split(","):
        name, *params = [piece.strip() for piece in part.split(";")]
        q = "1"
        for param in params:
            key, _, value = param.partition("=")
            if key.strip() == "q":
                q = value.strip()
        if name and re.fullmatch(r"0(\.\d*)?|1(\.0*)?", q):
            entries[name] = float(q)
    return entries


def choose_format(accept, offered):
    """Return the offered media type that the client likes best, or None."""
    entries = read_accept(accept or "*/*")
    best, best_q = None, 0.0
    for media_type in offered:
        family = media_type.split("/")[0] + "/*"
        fitting = [name for name in (media_type, family, "*/*") if name in entries]
        q = entries[fitting[0]] if fitting else 0.0
        if q > best_q:
            best, best_q = media_type, q
    return best
