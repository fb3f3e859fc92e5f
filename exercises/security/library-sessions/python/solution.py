import secrets

IDLE = 30 * 60
LONGEST = 12 * 60 * 60

sessions = {}  # id -> {"user": …, "opened": …, "used": …}


def open_session(user, now, before):
    """Begin a session after a log-in; return its id."""
    sessions.pop(before, None)
    session = secrets.token_urlsafe(24)
    sessions[session] = {"user": user, "opened": now, "used": now}
    return session


def who(session, now):
    """Return the user of this session, or None."""
    known = sessions.get(session)
    if known is None:
        return None
    if now - known["used"] > IDLE or now - known["opened"] > LONGEST:
        del sessions[session]
        return None
    known["used"] = now
    return known["user"]


def log_out(session):
    """End this session."""
    sessions.pop(session, None)


def password_changed(user):
    """End all sessions of this user."""
    for session in [session for session, known in sessions.items() if known["user"] == user]:
        del sessions[session]
