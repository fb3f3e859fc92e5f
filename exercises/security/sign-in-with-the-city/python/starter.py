from urllib.parse import urlencode

CITY = "https://login.city.example.org"
CLIENT = "bikes"
CALLBACK = "https://bikes.example.org/callback"


def start_login(session):
    """Return the URL to which the browser is sent."""
    query = {"response_type": "code", "client_id": CLIENT, "redirect_uri": CALLBACK, "scope": "openid"}
    return f"{CITY}/authorize?{urlencode(query)}"


def finish_login(session, params):
    """Return what to post to the token endpoint, or None."""
    if "error" in params or "code" not in params:
        return None
    return {
        "grant_type": "authorization_code",
        "code": params["code"],
        "client_id": CLIENT,
        "redirect_uri": CALLBACK,
    }
