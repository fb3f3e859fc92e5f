from urllib.error import HTTPError
from urllib.request import urlopen


def fetch_cover(url):
    """Return the cover at this address, or None if there is none."""
    try:
        with urlopen(url, timeout=5) as response:
            return response.read().decode("utf-8")
    except HTTPError:
        return None
