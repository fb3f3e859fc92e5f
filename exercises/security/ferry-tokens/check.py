"""Makes tokens, good ones and others."""

import base64
import hashlib
import hmac
import json

KEY = b"a-key-shared-by-two-services-of-the-line"
GOOD = {"iss": "https://tickets.example.org", "aud": "boarding", "sub": "ines", "exp": 2000}


def part(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def token(claims, header=None, key=KEY, signed=True):
    head = part(json.dumps(header or {"alg": "HS256", "typ": "JWT"}).encode())
    body = part(json.dumps(claims, ensure_ascii=False).encode())
    signature = part(hmac.new(key, f"{head}.{body}".encode(), hashlib.sha256).digest()) if signed else ""
    return f"{head}.{body}.{signature}"


def accepts(subject, claims, now=1000, **options):
    text = token(claims, **options)
    got = subject.call("read_token", text, now)
    assert got == claims, f"a token with {json.dumps(claims)} at {now} gave {got!r}"


def refuses(subject, claims, now=1000, **options):
    text = token(claims, **options)
    got = subject.call("read_token", text, now)
    assert got is None, f"a token with {json.dumps(options.get('header', 'HS256'))} and {json.dumps(claims)} at {now} was accepted"


def reads_a_token(subject):
    accepts(subject, GOOD)
    accepts(subject, GOOD, now=1999)
    accepts(subject, {**GOOD, "nbf": 1000, "car": "AB 123"})


def several_audiences(subject):
    accepts(subject, {**GOOD, "aud": ["shop", "boarding"]})


def other_letters(subject):
    for name in ("Zoë", "Ørsted", "渡辺", "???>>>~~~"):
        accepts(subject, {**GOOD, "sub": name})


def changed(subject):
    refuses(subject, GOOD, key=b"another key")
    text = token(GOOD)
    head, body, signature = text.split(".")
    other = token({**GOOD, "sub": "captain"}).split(".")[1]
    assert subject.call("read_token", f"{head}.{other}.{signature}", 1000) is None, "a changed payload was accepted"
    assert subject.call("read_token", f"{head}.{body}", 1000) is None, "two parts were accepted"
    assert subject.call("read_token", f"{text}.{signature}", 1000) is None, "four parts were accepted"
    assert subject.call("read_token", f"{head}.{body}.", 1000) is None, "an empty signature was accepted"


def algorithm_none(subject):
    for name in ("none", "None", "nOnE"):
        refuses(subject, {**GOOD, "sub": "captain"}, header={"alg": name}, signed=False)


def another_algorithm(subject):
    for name in ("RS256", "HS512", "", None):
        refuses(subject, {**GOOD, "sub": "captain"}, header={"alg": name}, signed=False)
        refuses(subject, GOOD, header={"alg": name})
    refuses(subject, GOOD, header={"typ": "JWT"})


def expired(subject):
    refuses(subject, GOOD, now=2001)
    refuses(subject, GOOD, now=2000)


def never_expires(subject):
    refuses(subject, {name: value for name, value in GOOD.items() if name != "exp"})
    for value in ("9999", None, True, [9999]):
        refuses(subject, {**GOOD, "exp": value}, now=0)


def not_yet(subject):
    refuses(subject, {**GOOD, "nbf": 1001})
    refuses(subject, {**GOOD, "nbf": "1"})


def another_audience(subject):
    refuses(subject, {**GOOD, "aud": "shop"})
    refuses(subject, {**GOOD, "aud": ["shop", "boarding-test"]})
    refuses(subject, {**GOOD, "aud": "not-boarding"})
    refuses(subject, {name: value for name, value in GOOD.items() if name != "aud"})


def another_issuer(subject):
    refuses(subject, {**GOOD, "iss": "https://test.example.org"})
    refuses(subject, {**GOOD, "iss": "https://tickets.example.org.attacker.example"})
    refuses(subject, {name: value for name, value in GOOD.items() if name != "iss"})
