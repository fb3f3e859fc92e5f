import hashlib
import secrets

HOUR = 3600

passwords = {"ines@example.org": "summit-12", "bo@example.org": "valley-34"}  # another lesson's topic
resets = {}  # e-mail address -> (hash of the token, when it was made)


def hash_of(token):
    return hashlib.sha256(token.encode()).hexdigest()


def request_reset(email, now):
    """Return a new token for this member, or None."""
    if email not in passwords:
        return None
    token = secrets.token_urlsafe(24)
    resets[email] = (hash_of(token), now)
    return token


def reset(token, password, now):
    """Set a new password; say whether the token allowed it."""
    wanted = hash_of(token)
    for email, (stored, made) in resets.items():
        if stored == wanted:
            if now - made > HOUR or password == "":
                return False
            passwords[email] = password
            del resets[email]
            return True
    return False


def log_in(email, password):
    """Say whether this is the member's password."""
    return passwords.get(email) == password


def table():
    """Return what is stored. The tests use it to play the thief."""
    return [stored for stored, _ in resets.values()]
