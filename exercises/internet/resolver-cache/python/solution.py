# name -> {"address": ..., "until": the moment at which it runs out}
cache = {}


def plain(name):
    """Return the name in small letters and without the dot of the root."""
    name = name.lower()
    if name.endswith("."):
        name = name[:-1]
    return name


def remember(name, address, ttl, now):
    """Keep the answer for ttl seconds. Say whether it was kept."""
    if ttl == 0:
        return False
    cache[plain(name)] = {"address": address, "until": now + ttl}
    return True


def look_up(name, now):
    """Return {"address": ..., "ttl": the seconds left}, or None."""
    name = plain(name)
    if name not in cache:
        return None
    answer = cache[name]
    left = answer["until"] - now
    if left <= 0:
        return None
    return {"address": answer["address"], "ttl": left}
