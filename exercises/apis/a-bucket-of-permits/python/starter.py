counts = {}


def take(client, now):
    """Return 0 if the request may pass, or the whole seconds to wait."""
    minute = now // 60
    counts[minute] = counts.get(minute, 0) + 1
    if counts[minute] > 5:
        return 60
    return 0
