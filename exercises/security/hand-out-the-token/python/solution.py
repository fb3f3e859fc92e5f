import base64
import hashlib
import hmac
import re
import secrets

REDIRECTS = {
    "bikes": {"https://bikes.example.org/callback"},
    "buses": {"https://buses.example.net/a", "https://buses.example.net/b?x=1"},
}
LIFETIME = 60

codes = {}  # code -> what it was made for
tokens = {}  # access token -> user


def challenge_of(verifier):
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()


def authorize(client, redirect_uri, challenge, method, user, now):
    """Return a code for this client, or None."""
    if redirect_uri not in REDIRECTS.get(client, ()):
        return None
    if method != "S256" or not re.fullmatch(r"[A-Za-z0-9_-]{43}", challenge or ""):
        return None
    code = secrets.token_urlsafe(24)
    codes[code] = {
        "client": client, "redirect_uri": redirect_uri, "challenge": challenge,
        "user": user, "made": now, "used": False, "token": None,
    }
    return code


def exchange(code, client, redirect_uri, verifier, now):
    """Return an access token for this code, or None."""
    known = codes.get(code)
    if known is None:
        return None
    if known["used"]:
        tokens.pop(known["token"], None)
        return None
    known["used"] = True
    if known["client"] != client or known["redirect_uri"] != redirect_uri or now - known["made"] > LIFETIME:
        return None
    if not hmac.compare_digest(challenge_of(verifier), known["challenge"]):
        return None
    known["token"] = secrets.token_urlsafe(24)
    tokens[known["token"]] = known["user"]
    return known["token"]


def user_of(token):
    """Return the user of this access token, or None."""
    return tokens.get(token)
