import base64
import hashlib

REGISTRY = "https://registry.example.org/"
STRONGEST_FIRST = ("sha512", "sha384", "sha256")


def hashes_of(integrity):
    """Return the strongest algorithm that is there, and its hashes."""
    parts = [part.partition("-") for part in integrity.split()]
    for algorithm in STRONGEST_FIRST:
        hashes = {value for name, _, value in parts if name == algorithm}
        if hashes:
            return algorithm, hashes
    raise ValueError("the lock file has no hash that counts")


def check(fetched, lock):
    """Return "ok", or raise a ValueError."""
    locked = lock.get(fetched["name"])
    if locked is None:
        raise ValueError("this package is not in the lock file")
    if (fetched["version"], fetched["url"]) != (locked["version"], locked["url"]):
        raise ValueError("this is not the version or address that was locked")
    if not locked["url"].startswith(REGISTRY):
        raise ValueError("this is not the company's registry")
    algorithm, hashes = hashes_of(locked.get("integrity", ""))
    digest = hashlib.new(algorithm, base64.b64decode(fetched["content"])).digest()
    if base64.b64encode(digest).decode() not in hashes:
        raise ValueError("these are not the bytes that were locked")
    return "ok"
