import base64
import hashlib
import re

GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
ORIGINS = {"https://www.example.com", "https://bids.example.com"}
PROTOCOL = "bids.v1"


def accept(key):
    """Return what proves that the key was understood."""
    return base64.b64encode(hashlib.sha1((key + GUID).encode("utf-8")).digest()).decode("ascii")


def words(field):
    """Return the words between the commas of a field, in lower case."""
    return [word.strip().lower() for word in field.split(",")]


def answer_handshake(headers):
    """Return the status, and for a good handshake the header fields of the answer."""
    if "websocket" not in words(headers.get("upgrade", "")):
        return {"status": 400}
    if "upgrade" not in words(headers.get("connection", "")):
        return {"status": 400}
    if headers.get("sec-websocket-version") != "13":
        return {"status": 426}
    key = headers.get("sec-websocket-key", "")
    if not re.fullmatch(r"[A-Za-z0-9+/]{22}==", key):
        return {"status": 400}
    if headers.get("origin") not in ORIGINS:
        return {"status": 403}
    fields = {
        "connection": "Upgrade",
        "upgrade": "websocket",
        "sec-websocket-accept": accept(key),
    }
    if PROTOCOL in words(headers.get("sec-websocket-protocol", "")):
        fields["sec-websocket-protocol"] = PROTOCOL
    return {"status": 101, "headers": fields}
