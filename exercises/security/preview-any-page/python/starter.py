from urllib.parse import urlsplit

INSIDE = [
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16",
    "172.16.0.0/12", "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/3",
]


def address_for(url, addresses):
    """Return the address to connect to, or raise a ValueError."""
    host = urlsplit(url).hostname
    if host in ("localhost", "127.0.0.1", "169.254.169.254"):
        raise ValueError("this host is not fetched")
    return addresses[0] if addresses else host
