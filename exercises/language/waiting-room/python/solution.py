def board(names):
    """Return who is called now, the three who come next, and how many more wait."""
    now = None
    if len(names) > 0:
        now = names[0]
    return {"now": now, "next": names[1:4], "more": max(0, len(names) - 4)}
