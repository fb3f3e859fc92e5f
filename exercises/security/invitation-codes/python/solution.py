import secrets

SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
LENGTH = 12

open_codes = set()


def new_code(now):
    """Return a new code and remember it as open."""
    code = "".join(secrets.choice(SIGNS) for _ in range(LENGTH))
    if code in open_codes:
        return new_code(now)
    open_codes.add(code)
    return code


def redeem(code):
    """Say whether this code was open, and close it."""
    plain = code.upper().replace(" ", "").replace("-", "")
    if plain not in open_codes:
        return False
    open_codes.remove(plain)
    return True
