import json
from urllib.request import urlopen

SERVICE = "https://badges.example.org"


def may_open(badge):
    """Return "open" or "closed"."""
    try:
        with urlopen(f"{SERVICE}/badges/{badge}") as response:
            answer = json.load(response)
        return "open" if answer["allowed"] else "closed"
    except Exception:
        return "open"  # Nobody should stand outside because the service is down.
