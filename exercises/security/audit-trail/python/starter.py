import hashlib

KEY = b"the-trail-s-key-from-the-vault"
trail = []


def mac_of(number, time, actor, action):
    return hashlib.sha256(f"{number}\n{time}\n{actor}\n{action}".encode()).hexdigest()


def append(time, actor, action):
    """Add an entry; return its number."""
    number = len(trail) + 1
    trail.append({"number": number, "time": time, "actor": actor, "action": action, "mac": mac_of(number, time, actor, action)})
    return number


def entries():
    """Return all entries."""
    return trail


def head():
    """Return number and checksum of the last entry."""
    return {"count": len(trail), "mac": trail[-1]["mac"] if trail else ""}


def verify(list, head):
    """Say whether these entries are whole and unchanged."""
    return all(
        entry["mac"] == mac_of(entry["number"], entry["time"], entry["actor"], entry["action"]) for entry in list
    )
