import hashlib
import hmac

DEFAULT = b"greenhouse-default-key"

keys = {}
newest = "default"


def load_keys(env):
    """Read the keys from the environment."""
    global newest
    for part in reversed(env.get("SIGNING_KEYS", "").split(",")):
        name, _, key = part.partition(":")
        if key:
            keys[name] = bytes.fromhex(key)
            newest = name


def signature_of(name, command):
    return hmac.new(keys.get(name, DEFAULT), f"{name}.{command}".encode(), hashlib.sha256).hexdigest()


def sign(command):
    """Return the signed command."""
    return f"{newest}.{command}.{signature_of(newest, command)}"


def verify(text):
    """Return the command of a text that was signed, or None."""
    name, _, rest = text.partition(".")
    command, _, signature = rest.rpartition(".")
    expected = signature_of(name, command)
    return command if hmac.compare_digest(expected.encode(), signature.encode()) else None
