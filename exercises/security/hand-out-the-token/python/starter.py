import secrets

REDIRECTS = {
    "bikes": {"https://bikes.example.org/callback"},
    "buses": {"https://buses.example.net/a", "https://buses.example.net/b?x=1"},
}
codes = {}  # code -> user
tokens = {}  # access token -> user


def authorize(client, redirect_uri, challenge, method, user, now):
    """Return a code for this client, or None."""
    if not any(redirect_uri.startswith(known) for known in REDIRECTS.get(client, ())):
        return None
    code = secrets.token_urlsafe(24)
    codes[code] = user
    return code


def exchange(code, client, redirect_uri, verifier, now):
    """Return an access token for this code, or None."""
    if code not in codes:
        return None
    token = secrets.token_urlsafe(24)
    tokens[token] = codes[code]
    return token


def user_of(token):
    """Return the user of this access token, or None."""
    return tokens.get(token)
