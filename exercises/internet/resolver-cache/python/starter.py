# name -> {"address": ..., "until": the moment at which it runs out}
cache = {}


def remember(name, address, ttl, now):
    """Keep the answer for ttl seconds. Say whether it was kept."""
    cache[name] = {"address": address, "until": now + ttl}
    return True


def look_up(name, now):
    """Return {"address": ..., "ttl": the seconds left}, or None."""
    if name not in cache:
        return None
    answer = cache[name]
    # How many seconds are left? And if there are none?
    return {"address": answer["address"], "ttl": 0}
