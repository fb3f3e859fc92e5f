from bisect import bisect_right

changes = []
moments = []


def load(history):
    """Keep the history, changes sorted by time, and return how many there are."""
    global changes, moments
    changes = history
    moments = [change["at"] for change in history]
    return len(changes)


def price_at(moment):
    """Return the cents that hold at this second, or None before the first change."""
    count = bisect_right(moments, moment)
    if count == 0:
        return None
    return changes[count - 1]["cents"]
