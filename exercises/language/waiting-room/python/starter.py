def board(names):
    """Return who is called now, the three who come next, and how many more wait."""
    return {"now": names[0], "next": names[1:3], "more": len(names)}
