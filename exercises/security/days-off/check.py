"""Looks at tokens of several sessions."""

import re


def tokens_are_random(subject):
    tokens, sessions = [], []
    for _ in range(8):
        answer = subject.request("POST", "/login", json={"user": "ines", "password": "rye-1"})
        cookie = next(value for name, value in answer.headers.items() if name.lower() == "set-cookie")
        session = re.match(r"[^=]+=([^;]*)", cookie)[1]
        sessions.append(session)
        cookie_name = cookie.split("=")[0]
        got = subject.request("GET", "/token", headers={"Cookie": f"{cookie_name}={session}"})
        tokens.append(str(got.json()["token"]))
    assert len(set(tokens)) == len(tokens), "two sessions had the same token"
    assert all(len(token) >= 22 for token in tokens), f"a token of {min(map(len, tokens))} signs has less than 16 random bytes"
    assert not set(tokens) & set(sessions), "the token is the session's id, which a page's script must not know"
