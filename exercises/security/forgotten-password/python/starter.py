import hashlib

passwords = {"ines@example.org": "summit-12", "bo@example.org": "valley-34"}  # another lesson's topic
resets = {}  # token -> e-mail address


def request_reset(email, now):
    """Return a new token for this member, or None."""
    if email not in passwords:
        return None
    token = hashlib.sha256(f"{email}:{now}".encode()).hexdigest()
    resets[token] = email
    return token


def reset(token, password, now):
    """Set a new password; say whether the token allowed it."""
    if token not in resets or password == "":
        return False
    passwords[resets[token]] = password
    return True


def log_in(email, password):
    """Say whether this is the member's password."""
    return passwords.get(email) == password


def table():
    """Return what is stored. The tests use it to play the thief."""
    return list(resets)
