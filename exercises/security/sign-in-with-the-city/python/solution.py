import base64
import hashlib
import hmac
import secrets
from urllib.parse import urlencode

CITY = "https://login.city.example.org"
CLIENT = "bikes"
CALLBACK = "https://bikes.example.org/callback"

started = {}  # session -> (state, verifier) of its latest start


def challenge_of(verifier):
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()


def start_login(session):
    """Return the URL to which the browser is sent."""
    state, verifier = secrets.token_urlsafe(24), secrets.token_urlsafe(48)
    started[session] = (state, verifier)
    query = {
        "response_type": "code",
        "client_id": CLIENT,
        "redirect_uri": CALLBACK,
        "scope": "openid",
        "state": state,
        "code_challenge": challenge_of(verifier),
        "code_challenge_method": "S256",
    }
    return f"{CITY}/authorize?{urlencode(query)}"


def finish_login(session, params):
    """Return what to post to the token endpoint, or None."""
    state, verifier = started.pop(session, (None, None))
    if state is None or not hmac.compare_digest(state.encode(), params.get("state", "").encode()):
        return None
    if params.get("iss") != CITY or "error" in params or "code" not in params:
        return None
    return {
        "grant_type": "authorization_code",
        "code": params["code"],
        "client_id": CLIENT,
        "redirect_uri": CALLBACK,
        "code_verifier": verifier,
    }
