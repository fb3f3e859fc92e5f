"""Has a copy of the table, before and after."""

import hashlib
import re

NEWEST = re.compile(r"scrypt\$16384\$8\$1\$([0-9a-f]{32})\$([0-9a-f]{64})")
WRAPPED = re.compile(r"scrypt-of-sha1\$16384\$8\$1\$([0-9a-f]{32})\$([0-9a-f]{64})")
PASSWORDS = {"ines": "madrigal-7", "piotr": "lute-song-4"}


def stored(subject, name):
    return next(row["password"] for row in subject.call("table") if row["name"] == name)


def scrypt(text, salt):
    return hashlib.scrypt(text.encode(), salt=bytes.fromhex(salt), n=16384, r=8, p=1, maxmem=2**26, dklen=32).hex()


def is_newest(subject, name, password):
    text = stored(subject, name)
    found = NEWEST.fullmatch(text)
    assert found, f"after the log-in of {name} there is {text[:60]!r}"
    assert scrypt(password, found[1]) == found[2], f"the key of {name} is not scrypt of the password"
    return text


def renews_sha1(subject):
    assert subject.call("log_in", "ines", "madrigal-7") is True, "the right password was refused"
    text = is_newest(subject, "ines", "madrigal-7")
    subject.call("log_in", "ines", "madrigal-7")
    assert stored(subject, "ines") == text, "the newest form was made anew by a second log-in"


def renews_cheap(subject):
    before = stored(subject, "bo")
    subject.call("log_in", "bo", "descant-4")
    assert stored(subject, "bo") == before, "a failed log-in changed the row"
    assert subject.call("log_in", "bo", "descant-3") is True, "the right password was refused"
    text = is_newest(subject, "bo", "descant-3")
    assert text.split("$")[4] != before.split("$")[4], "a new key needs a new salt"


def wraps(subject):
    subject.call("protect_all")
    rows = [row["password"] for row in subject.call("table")]
    for password in PASSWORDS.values():
        digest = hashlib.sha1(password.encode()).hexdigest()
        assert not any(digest in row for row in rows), "a SHA-1 is still in the table"
    salts = [found[1] for found in map(WRAPPED.fullmatch, rows) if found]
    assert len(salts) == 2, f"{len(salts)} rows are wrapped; two have the form sha1"
    assert len(set(salts)) == 2, "two rows have the same salt"
    subject.call("protect_all")
    assert [row["password"] for row in subject.call("table")] == rows, "the second time it changed something"


def wrapped_as_agreed(subject):
    subject.call("protect_all")
    for name, password in PASSWORDS.items():
        text, digest = stored(subject, name), hashlib.sha1(password.encode()).hexdigest()
        found = WRAPPED.fullmatch(text)
        assert found, f"the row of {name} is {text[:60]!r}"
        assert scrypt(digest, found[1]) == found[2], f"the key of {name} is not scrypt of the 40 digits of the SHA-1"
        assert subject.call("log_in", name, digest) is False, "the stolen SHA-1 was accepted as a password"
        assert subject.call("log_in", name, text) is False, "the stored text was accepted as a password"


def unwraps(subject):
    subject.call("protect_all")
    assert stored(subject, "ines").startswith("scrypt-of-sha1$"), "nothing was wrapped"
    assert subject.call("log_in", "ines", "madrigal-7") is True, "the right password was refused after wrapping"
    is_newest(subject, "ines", "madrigal-7")
    assert stored(subject, "piotr").startswith("scrypt-of-sha1$"), "the log-in of Ines changed the row of Piotr"
