import hashlib
import hmac
import secrets

MEMORY = 2**26
COST = (16384, 8, 1)
NEWEST = "scrypt$16384$8$1$"

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


def make(form, text):
    """Return a stored text of this form, with today's cost and a new salt."""
    salt = secrets.token_hex(16)
    n, r, p = COST
    return f"{form}${n}${r}${p}${salt}${scrypt(text, n, r, p, salt)}"


def fits(password, stored):
    """Say whether this is the password for which the text was stored."""
    form, *parts = stored.split("$")
    if form == "sha1":
        return hmac.compare_digest(sha1(password), parts[0])
    if form == "scrypt":
        return hmac.compare_digest(scrypt(password, *parts[:4]), parts[4])
    if form == "scrypt-of-sha1":
        return hmac.compare_digest(scrypt(sha1(password), *parts[:4]), parts[4])
    return False


def log_in(name, password):
    """Say whether this is the right password, and bring what is stored up to date if it is."""
    stored = accounts.get(name, "")
    if not fits(password, stored):
        return False
    if not stored.startswith(NEWEST):
        accounts[name] = make("scrypt", password)
    return True


def protect_all():
    """Wrap every SHA-1, without knowing the passwords."""
    for name, stored in accounts.items():
        if stored.startswith("sha1$"):
            accounts[name] = make("scrypt-of-sha1", stored.removeprefix("sha1$"))


def table():
    """Return what is stored. The tests use it to play the thief."""
    return [{"name": name, "password": stored} for name, stored in accounts.items()]
