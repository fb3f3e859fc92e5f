def choose_format(accept, offered):
    """Return the offered media type that the client likes best, or None."""
    for media_type in offered:
        if media_type in accept:
            return media_type
    return offered[0]
