import math

SIZE = 5
PER_SECOND = 0.5
buckets = {}  # client -> (permits, time of the last look)


def take(client, now):
    """Return 0 if the request may pass, or the whole seconds to wait."""
    permits, seen = buckets.get(client, (SIZE, now))
    permits = min(SIZE, permits + (now - seen) * PER_SECOND)
    wait = 0
    if permits >= 1:
        permits -= 1
    else:
        wait = math.ceil((1 - permits) / PER_SECOND)
    buckets[client] = (permits, now)
    return wait
