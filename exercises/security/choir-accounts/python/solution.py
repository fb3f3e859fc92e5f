import hashlib
import hmac
import secrets

N, R, P = 2**14, 8, 1
MEMORY = 2**26

accounts = {}  # name -> what is stored for this member


def key_of(password, salt, n, r, p):
    return hashlib.scrypt(password.encode("utf-8"), salt=salt, n=n, r=r, p=p, maxmem=MEMORY, dklen=32)


def make(password):
    """Return what to store for this password."""
    salt = secrets.token_bytes(16)
    return f"scrypt${N}${R}${P}${salt.hex()}${key_of(password, salt, N, R, P).hex()}"


def fits(password, stored):
    """Say whether this is the password for which the text was stored."""
    _, n, r, p, salt, key = stored.split("$")
    again = key_of(password, bytes.fromhex(salt), int(n), int(r), int(p))
    return hmac.compare_digest(again, bytes.fromhex(key))


# Fits no password. It is checked for unknown names, so that they take as long as known ones.
NOBODY = f"scrypt${N}${R}${P}${'00' * 16}${'00' * 32}"


def register(name, password):
    """Add an account; return whether the name was free."""
    if name in accounts:
        return False
    accounts[name] = make(password)
    return True


def log_in(name, password):
    """Say whether this is the right password."""
    return fits(password, accounts.get(name, NOBODY))


def change_password(name, old, new):
    """Set a new password if the old one is right; say whether it was."""
    if not log_in(name, old):
        return False
    accounts[name] = make(new)
    return True


def table():
    """Return what is stored. The tests use it to play the thief."""
    return [{"name": name, "password": stored} for name, stored in accounts.items()]
