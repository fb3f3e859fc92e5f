import hashlib
import hmac
import re

ONE_KEY = re.compile("([a-z0-9]+):((?:[0-9a-fA-F]{2}){32,})")

keys = {}  # id -> key, the newest first


def load_keys(env):
    """Read the keys from the environment, or raise a ValueError and keep those from before."""
    global keys
    loaded = {}
    for part in env.get("SIGNING_KEYS", "").split(","):
        found = ONE_KEY.fullmatch(part)
        if not found:
            raise ValueError("SIGNING_KEYS must be a list of id:hex with at least 32 bytes each")
        if found[1] in loaded:
            raise ValueError(f"SIGNING_KEYS has the id {found[1]} twice")
        loaded[found[1]] = bytes.fromhex(found[2])
    keys = loaded


def signature_of(name, command):
    return hmac.new(keys[name], f"{name}.{command}".encode(), hashlib.sha256).hexdigest()


def sign(command):
    """Return the signed command."""
    if not keys:
        raise ValueError("no keys are loaded")
    name = next(iter(keys))
    return f"{name}.{command}.{signature_of(name, command)}"


def verify(text):
    """Return the command of a text that was signed with a loaded key, or None."""
    name, _, rest = text.partition(".")
    command, _, signature = rest.rpartition(".")
    if name not in keys:
        return None
    return command if hmac.compare_digest(signature_of(name, command).encode(), signature.encode()) else None
