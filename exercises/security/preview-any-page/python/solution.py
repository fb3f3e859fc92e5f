import re
from ipaddress import IPv4Address, ip_network
from urllib.parse import urlsplit

INSIDE = [
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16",
    "172.16.0.0/12", "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/3",
]
NETWORKS = [ip_network(network) for network in INSIDE]
PORTS = {"http": 80, "https": 443}


def check_url(url):
    parts = urlsplit(url)
    if parts.scheme not in PORTS or not parts.hostname:
        raise ValueError("only http and https are fetched")
    if parts.username is not None or parts.password is not None:
        raise ValueError("a link has no user name")
    if parts.port not in (None, PORTS[parts.scheme]):
        raise ValueError("only the usual port is fetched")


def check_address(text):
    if not re.fullmatch(r"[0-9.]{7,15}", text):
        raise ValueError("this is no IPv4 address in its usual form")
    address = IPv4Address(text)  # raises a ValueError for anything that is not in the usual form
    if any(address in network for network in NETWORKS):
        raise ValueError("this address is inside")


def address_for(url, addresses):
    """Return the address to connect to, or raise a ValueError."""
    check_url(url)
    if not addresses:
        raise ValueError("this host has no address")
    for address in addresses:
        check_address(address)
    return addresses[0]
