import json

DEPARTURES = [
    {"to": "Ærø", "at": "07:40"},
    {"to": "Samsø", "at": "08:15"},
    {"to": "Hven", "at": "08:15"},
    {"to": "Ærø", "at": "09:40"},
]


def app(environ, start_response):
    """Answer one request."""
    # Every request gets the same answer so far. Look at environ["PATH_INFO"].
    start_response("200 OK", [("Content-Type", "text/html")])
    return [b"hello"]
