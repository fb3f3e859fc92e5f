"""Plays somebody who computes tokens, and a thief who has a copy of the table."""

import base64
import hashlib
import re


def raw(token):
    if re.fullmatch(r"(?:[0-9a-fA-F]{2})+", token):
        return bytes.fromhex(token)
    assert re.fullmatch(r"[0-9A-Za-z_-]+={0,2}", token), f"neither hexadecimal nor base64url: {token[:60]}"
    token = token.rstrip("=")
    return base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))


def cannot_be_worked_out(subject):
    tokens = [subject.call("request_reset", "ines@example.org", 100) for _ in range(20)]
    assert len(set(tokens)) == 20, "the same address at the same time got the same token"
    parts = [raw(token) for token in tokens]
    assert min(map(len, parts)) >= 16, "a token has less than 16 bytes"
    fixed = sum(len({part[place] for part in parts}) < 5 for place in range(min(map(len, parts))))
    assert min(map(len, parts)) - fixed >= 16, "parts of the tokens are the same each time"


def table_opens_nothing(subject):
    token = subject.call("request_reset", "ines@example.org", 0)
    rows = [str(row) for row in subject.call("table")]
    assert not any(token in row for row in rows), "the token itself is in the table"
    for row in rows:
        assert not subject.call("reset", row, "stolen-1", 10), "a text from the table was accepted as a token"
    digest = hashlib.sha256(token.encode()).hexdigest()
    assert any(digest in row for row in rows), "the SHA-256 of the token is not in the table"
