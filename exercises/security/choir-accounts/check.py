"""Plays the thief who has a copy of the table."""

import base64
import hashlib
import re

FORM = re.compile(r"scrypt\$16384\$8\$1\$([0-9a-f]{32})\$([0-9a-f]{64})")


def stored(subject, name):
    rows = [row for row in subject.call("table") if row["name"] == name]
    assert len(rows) == 1, f"the table has {len(rows)} rows for {name}, and must have one"
    return str(rows[0]["password"])


def hides(text, password):
    raw = password.encode("utf-8")
    for shown in (password, password[::-1], raw.hex(), base64.b64encode(raw).decode()):
        assert shown.lower() not in text.lower(), f"the password can be read from what is stored: {text[:120]}"


def hides_the_password(subject):
    subject.call("register", "ines", "Miserere-1638")
    hides(stored(subject, "ines"), "Miserere-1638")


def equal_passwords_differ(subject):
    for name in ("ines", "bo", "piotr"):
        subject.call("register", name, "tuesday")
    texts = [stored(subject, name) for name in ("ines", "bo", "piotr")]
    assert len(set(texts)) == 3, "two members with the same password have the same text in the table"
    salts = [found[1] for found in map(FORM.fullmatch, texts) if found]
    assert len(set(salts)) == len(salts), "two members have the same salt"


def no_fast_hash(subject):
    password = "sopranos"
    subject.call("register", "ines", password)
    text = stored(subject, "ines")
    assert password not in text, "the password itself is stored"
    parts = [part for part in re.split(r"[^0-9A-Za-z+/=]", text) if part] + [""]
    salts = {b"", b"ines"}
    for part in parts:
        salts.add(part.encode())
        if re.fullmatch(r"(?:[0-9a-f]{2})+", part):
            salts.add(bytes.fromhex(part))
    for algorithm in ("md5", "sha1", "sha256", "sha512"):
        for salt in salts:
            for guess in (salt + password.encode(), password.encode() + salt):
                digest = hashlib.new(algorithm, guess).digest()
                for shown in (digest.hex(), base64.b64encode(digest).decode()):
                    assert shown not in text, f"{algorithm} of the password is stored, and it was guessed in no time"


def is_scrypt(subject):
    subject.call("register", "zoë", "grünes Gemüse")
    text = stored(subject, "zoë")
    found = FORM.fullmatch(text)
    assert found, f"not of the form scrypt$16384$8$1$salt$key: {text[:120]}"
    salt, key = bytes.fromhex(found[1]), found[2]
    again = hashlib.scrypt("grünes Gemüse".encode(), salt=salt, n=16384, r=8, p=1, maxmem=2**26, dklen=32)
    assert again.hex() == key, "scrypt of this password with this salt gives another key"


def changed_is_hidden_too(subject):
    subject.call("register", "bo", "first-of-two")
    before = stored(subject, "bo")
    assert subject.call("change_password", "bo", "first-of-two", "second-of-two"), "the password was not changed"
    text = stored(subject, "bo")
    hides(text, "second-of-two")
    found, earlier = FORM.fullmatch(text), FORM.fullmatch(before)
    assert found, f"not of the form scrypt$16384$8$1$salt$key: {text[:120]}"
    assert not earlier or earlier[1] != found[1], "a new password needs a new salt"


def row_does_not_log_in(subject):
    subject.call("register", "bo", "low bass")
    assert not subject.call("log_in", "bo", stored(subject, "bo")), "the stored text was accepted as a password"
