import base64
import hashlib

GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"


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
    fields = {
        "connection": "Upgrade",
        "upgrade": "websocket",
        "sec-websocket-accept": accept(headers.get("sec-websocket-key", "")),
    }
    if "sec-websocket-protocol" in headers:
        fields["sec-websocket-protocol"] = headers["sec-websocket-protocol"]
    return {"status": 101, "headers": fields}
