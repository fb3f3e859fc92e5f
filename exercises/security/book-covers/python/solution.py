from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, build_opener

PARTNERS = {"covers.example.com", "img.example.net"}


class StayHere(HTTPRedirectHandler):
    """Follows no redirect, so that it ends as an HTTPError like every status that is not 2xx."""

    def redirect_request(self, *args):
        return None


opener = build_opener(StayHere)


def check(url):
    """Raise a ValueError unless this is an address of a partner."""
    parts = urlsplit(url)
    if parts.scheme != "https":
        raise ValueError("only https addresses are fetched")
    if parts.hostname not in PARTNERS or parts.port not in (None, 443):
        raise ValueError("this is no host of a partner")
    if parts.username is not None or parts.password is not None:
        raise ValueError("an address of a partner has no user name")


def fetch_cover(url):
    """Return the cover at this address, or None if there is none."""
    check(url)
    try:
        with opener.open(url, timeout=5) as response:
            return response.read().decode("utf-8")
    except HTTPError:
        return None
