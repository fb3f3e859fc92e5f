SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"

open_codes = set()
count = 0


def new_code(now):
    """Return a new code and remember it as open."""
    global count
    count += 1
    number = now * 1_000_000 + count
    code = ""
    for _ in range(12):
        number, place = divmod(number, 32)
        code = SIGNS[place] + code
    open_codes.add(code)
    return code


def redeem(code):
    """Say whether this code was open, and close it."""
    plain = code.upper().replace(" ", "").replace("-", "")
    return plain in open_codes
