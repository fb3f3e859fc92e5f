"""Looks at ids from outside, and uses sessions for a long time."""

import base64
import re

HOURS_12 = 12 * 60 * 60


def twelve_hours(subject):
    session = subject.call("open_session", "ines", 0, None)
    for now in range(1200, HOURS_12 + 1, 1200):
        assert subject.call("who", session, now) == "ines", f"the session ended after {now} seconds, although it was used"


def not_for_ever(subject):
    session = subject.call("open_session", "ines", 0, None)
    for now in range(1200, HOURS_12 + 1, 1200):
        subject.call("who", session, now)
    assert subject.call("who", session, HOURS_12 + 1) is None, "12 hours and a second after the log-in it still went on"


def raw(session):
    if re.fullmatch(r"(?:[0-9a-fA-F]{2})+", session):
        return bytes.fromhex(session)
    assert re.fullmatch(r"[0-9A-Za-z_-]+={0,2}", session), f"neither hexadecimal nor base64url: {session[:60]}"
    return base64.urlsafe_b64decode(session.rstrip("=") + "=" * (-len(session.rstrip("=")) % 4))


def not_guessed(subject):
    ids = [subject.call("open_session", f"reader{number}", 1000, None) for number in range(40)]
    assert len(set(ids)) == 40, "two sessions had the same id"
    parts = [raw(session) for session in ids]
    shortest = min(len(part) for part in parts)
    assert shortest >= 16, f"an id has only {shortest} bytes; 16 random ones are needed"
    fixed = sum(len({part[place] for part in parts}) < 10 for place in range(shortest))
    assert shortest - fixed >= 16, "parts of the ids are the same each time, so less than 16 bytes are random"
