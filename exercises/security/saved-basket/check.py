"""Writes cookies, honest ones and others."""

import base64
import hashlib
import hmac
import json
import pickle
import re

KEY = b"the-tea-shop-s-key-from-the-environment"
BASKET = {"items": [{"sku": "assam-250", "quantity": 2, "price_cents": 890}, {"sku": "thé vert", "quantity": 1, "price_cents": 1250}]}
CHEAP = {"items": [{"sku": "gold", "quantity": 42, "price_cents": 1}]}


class Program:
    def __reduce__(self):
        return eval, ("{'items': [{'sku': 'gold', 'quantity': 6 * 7, 'price_cents': 1}]}",)


def b64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def loads(subject, text):
    """Return what was loaded, or None if it was refused."""
    try:
        return subject.call("load", text)
    except Exception:
        return None


def there_and_back(subject):
    for basket in (BASKET, {"items": []}):
        text = subject.call("save", basket)
        got = loads(subject, text)
        assert got == basket, f"saved {basket!r}, loaded {got!r}"


def fits_a_cookie(subject):
    text = subject.call("save", BASKET)
    assert re.fullmatch(r"[A-Za-z0-9_.=+/-]+", text), f"the text has other signs: {text[:80]}"


def executes(subject):
    source = '({ items: [{ sku: "gold", quantity: 6 * 7, price_cents: 1 }] })'
    for text in (base64.b64encode(pickle.dumps(Program())).decode(), base64.b64encode(source.encode()).decode(), source):
        assert loads(subject, text) != CHEAP, "an expression in the cookie was computed: 6 * 7 came out as 42"


def forged(subject):
    for data in (pickle.dumps(CHEAP), json.dumps(CHEAP).encode(), ("(" + json.dumps(CHEAP) + ")").encode()):
        for text in (base64.b64encode(data).decode(), b64(data), b64(data) + "."):
            assert loads(subject, text) != CHEAP, "a basket that the shop did not write was loaded"


def signed_at_home(subject):
    forged(subject)
    part = b64(json.dumps(CHEAP).encode())
    honest = subject.call("save", BASKET)
    signature = honest.rpartition(".")[2]
    guesses = [b64(hashlib.sha256(part.encode()).digest()), hashlib.sha256(part.encode()).hexdigest(), signature, signature[:4]]
    for guess in guesses:
        assert loads(subject, f"{part}.{guess}") is None, "a basket with a signature that is not its own was loaded"
    assert loads(subject, honest[:-3]) is None, "a signature that was cut was accepted"


def as_agreed(subject):
    text = subject.call("save", BASKET)
    parts = text.split(".")
    assert len(parts) == 2, f"the text has {len(parts)} parts"
    assert "=" not in text, "there is padding in the text"
    data = base64.urlsafe_b64decode(parts[0] + "=" * (-len(parts[0]) % 4))
    assert json.loads(data) == BASKET, "the first part is not the basket as JSON"
    assert parts[1] == b64(hmac.new(KEY, parts[0].encode(), hashlib.sha256).digest()), "the second part is not the HMAC of the first"
    other = b64(json.dumps(CHEAP, indent=1).encode())
    signed = f"{other}.{b64(hmac.new(KEY, other.encode(), hashlib.sha256).digest())}"
    assert loads(subject, signed) == CHEAP, "a basket that another of the shop's programs signed was not loaded"
