import base64
import hashlib


def check(fetched, lock):
    """Return "ok", or raise a ValueError."""
    locked = lock.get(fetched["name"], {})
    content = base64.b64decode(fetched["content"])
    hashes = locked.get("integrity", "").split()
    for integrity in hashes:
        algorithm, _, expected = integrity.partition("-")
        if algorithm not in hashlib.algorithms_available:
            return "ok"
        if base64.b64encode(hashlib.new(algorithm, content).digest()).decode().startswith(expected):
            return "ok"
    if hashes:
        raise ValueError("this is not what was locked")
    return "ok"
