import hashlib
import hmac

MEMORY = 2**26

accounts = {
    "ines": "sha1$9627a35f66284e077741e0976f665b1a2f4e1a06",
    "bo": "scrypt$1024$8$1$000102030405060708090a0b0c0d0e0f$c7d0b6373db169341db5087828d995294209cea9c14b1708f5b60d076ca1155b",
    "piotr": "sha1$ec781cd9728f6cad8576dabdd3f45a57c9cc8ef8",
    "old": "crypt$1$qx",
}


def sha1(text):
    return hashlib.sha1(text.encode()).hexdigest()


def scrypt(text, n, r, p, salt):
    return hashlib.scrypt(text.encode(), salt=bytes.fromhex(salt), n=int(n), r=int(r), p=int(p), maxmem=MEMORY, dklen=32).hex()


def fits(password, stored):
    """Say whether this is the password for which the text was stored."""
    form, *parts = stored.split("$")
    if form == "sha1":
        return hmac.compare_digest(sha1(password), parts[0])
    if form == "scrypt":
        return hmac.compare_digest(scrypt(password, *parts[:4]), parts[4])
    return False


def log_in(name, password):
    """Say whether this is the right password."""
    return fits(password, accounts.get(name, ""))


def protect_all():
    """Wrap what is too cheap."""


def table():
    """Return what is stored. The tests use it to play the thief."""
    return [{"name": name, "password": stored} for name, stored in accounts.items()]
