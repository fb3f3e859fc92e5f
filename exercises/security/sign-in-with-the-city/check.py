"""Plays browsers, the city, and somebody who sends links."""

import base64
import hashlib
import re
from urllib.parse import parse_qs, urlsplit

CITY = "https://login.city.example.org"


def start(subject, session):
    url = subject.call("start_login", session)
    parts = urlsplit(url)
    return url, {name: values[0] for name, values in parse_qs(parts.query).items()}


def answer(question, code="code-1", **more):
    params = {"code": code, "iss": CITY}
    if "state" in question:
        params["state"] = question["state"]
    params.update(more)
    return {name: value for name, value in params.items() if value is not None}


def goes_to_the_city(subject):
    url, question = start(subject, "s1")
    assert url.startswith(CITY + "/authorize?"), f"the browser was sent to {url[:80]}"
    wanted = {"response_type": "code", "client_id": "bikes", "redirect_uri": "https://bikes.example.org/callback", "scope": "openid"}
    for name, value in wanted.items():
        assert question.get(name) == value, f"{name} is {question.get(name)!r}"


def honest(subject):
    _, question = start(subject, "s1")
    posted = subject.call("finish_login", "s1", answer(question))
    assert posted is not None, "an honest answer was refused"
    for name, value in {"grant_type": "authorization_code", "code": "code-1", "client_id": "bikes", "redirect_uri": "https://bikes.example.org/callback"}.items():
        assert posted.get(name) == value, f"{name} is {posted.get(name)!r} in what is posted"


def said_no(subject):
    _, question = start(subject, "s1")
    assert subject.call("finish_login", "s1", answer(question, code=None, error="access_denied")) is None
    _, question = start(subject, "s1")
    assert subject.call("finish_login", "s1", answer(question, code=None)) is None
    _, question = start(subject, "s1")
    assert subject.call("finish_login", "s1", answer(question, error="server_error")) is None, "an answer with error was taken"


def two_browsers(subject):
    _, a = start(subject, "s1")
    _, b = start(subject, "s2")
    _, b = start(subject, "s2")
    assert subject.call("finish_login", "s1", answer(a, "code-a"))["code"] == "code-a"
    assert subject.call("finish_login", "s2", answer(b, "code-b"))["code"] == "code-b"


def no_state(subject):
    start(subject, "victim")
    assert subject.call("finish_login", "victim", {"code": "code-of-mallory", "iss": CITY}) is None, "a code without state was taken"
    assert subject.call("finish_login", "fresh", {"code": "code-of-mallory", "iss": CITY}) is None, "a session that never began a log-in took a code"
    assert subject.call("finish_login", "fresh", {"code": "code-of-mallory", "iss": CITY, "state": ""}) is None, "an empty state was taken"


def other_session(subject):
    start(subject, "victim")
    _, question = start(subject, "mallory")
    assert subject.call("finish_login", "victim", answer(question, state=question.get("state", "x"))) is None, "the state of another session was taken"


def twice(subject):
    _, question = start(subject, "s1")
    subject.call("finish_login", "s1", answer(question))
    assert subject.call("finish_login", "s1", answer(question, "code-2")) is None, "a used state was taken again"
    _, first = start(subject, "s1")
    start(subject, "s1")
    assert subject.call("finish_login", "s1", answer(first)) is None, "the state of an earlier start was taken"


def raw(text):
    if re.fullmatch(r"(?:[0-9a-f]{2})+", text):
        return bytes.fromhex(text)
    assert re.fullmatch(r"[0-9A-Za-z_-]+", text), f"neither hexadecimal nor base64url: {text[:60]}"
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def guessable(subject):
    states = [start(subject, "s1")[1].get("state", "") for _ in range(20)]
    assert "" not in states, "there is no state in the URL"
    assert len(set(states)) == 20, "two starts had the same state"
    parts = [raw(state) for state in states]
    shortest = min(map(len, parts))
    fixed = sum(len({part[place] for part in parts}) < 5 for place in range(shortest))
    assert shortest - fixed >= 16, f"only {shortest - fixed} bytes of the state are random"


def pkce(subject):
    _, question = start(subject, "s1")
    assert question.get("code_challenge_method") == "S256", f"code_challenge_method is {question.get('code_challenge_method')!r}"
    posted = subject.call("finish_login", "s1", answer(question))
    verifier = (posted or {}).get("code_verifier") or ""
    assert re.fullmatch(r"[A-Za-z0-9_-]{43,128}", verifier), f"code_verifier is {verifier!r}"
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    assert question.get("code_challenge") == challenge, "the challenge is not the base64url of the verifier's SHA-256"


def verifier_is_secret(subject):
    found = set()
    for _ in range(5):
        url, question = start(subject, "s1")
        posted = subject.call("finish_login", "s1", answer(question)) or {}
        verifier = posted.get("code_verifier") or ""
        assert verifier, "nothing that only this site knows is posted with the code"
        assert verifier not in url, "the verifier stands in the URL"
        found.add(verifier)
    assert len(found) == 5, "two starts had the same verifier"


def mixed_up(subject):
    for issuer in (None, "https://login.other.example.net", CITY + ".attacker.example"):
        _, question = start(subject, "s1")
        assert subject.call("finish_login", "s1", answer(question, iss=issuer)) is None, f"an answer with iss {issuer!r} was taken"
