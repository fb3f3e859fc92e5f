PASSWORDS = {"ines": "ferry-31", "bo": "kiosk-77"}  # How they should be kept is another lesson's topic.

WINDOW = 15 * 60
PER_ACCOUNT = 5
PER_ADDRESS = 20

by_account = {}  # name -> times of wrong attempts
by_address = {}  # IP address -> times of wrong attempts


def recent(times, key, now):
    """Return the times of this key that still count, and forget the others."""
    times[key] = [time for time in times.get(key, []) if now - time < WINDOW]
    return times[key]


def log_in(account, password, address, now):
    """Return "ok", "wrong", or "wait" after too many wrong attempts."""
    account = account.strip().lower()
    on_account = recent(by_account, account, now)
    from_address = recent(by_address, address, now)
    if len(on_account) >= PER_ACCOUNT or len(from_address) >= PER_ADDRESS:
        return "wait"
    if PASSWORDS.get(account) == password:
        by_account.pop(account)
        return "ok"
    on_account.append(now)
    from_address.append(now)
    return "wrong"
