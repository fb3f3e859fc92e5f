PASSWORDS = {"ines": "ferry-31", "bo": "kiosk-77"}  # How they should be kept is another lesson's topic.


def log_in(account, password, address, now):
    """Return "ok" or "wrong"."""
    if PASSWORDS.get(account.strip().lower()) == password:
        return "ok"
    return "wrong"
