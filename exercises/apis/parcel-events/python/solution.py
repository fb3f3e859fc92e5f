import hashlib
import hmac
import json
import re
import time

from flask import Flask, request

app = Flask(__name__)
SECRET = b"whsec_4f1c9b27a0"
KNOWN = {"accepted", "delivered", "lost"}
TOLERANCE = 300  # seconds
parcels = {}
handled = set()  # the ids of events


def is_genuine(timestamp, signature, body):
    """Say whether the parcel service has sent these bytes just now."""
    if not re.fullmatch(r"[0-9]{1,12}", timestamp):
        return False
    if abs(time.time() - int(timestamp)) > TOLERANCE:
        return False
    signed = timestamp.encode() + b"." + body
    expected = "sha256=" + hmac.new(SECRET, signed, hashlib.sha256).hexdigest()
    return hmac.compare_digest(signature.encode(), expected.encode())


@app.get("/parcels/<name>")
def show_parcel(name):
    if name not in parcels:
        return {"error": "no such parcel"}, 404
    return parcels[name]


@app.post("/webhooks/parcels")
def parcel_event():
    body = request.get_data()
    timestamp = request.headers.get("Parcel-Timestamp", "")
    signature = request.headers.get("Parcel-Signature", "")
    if not is_genuine(timestamp, signature, body):
        return {"error": "not signed by the parcel service"}, 401
    try:
        event = json.loads(body)
    except ValueError:
        return {"error": "this is no JSON"}, 400

    if event["status"] not in KNOWN or event["id"] in handled:
        return {"taken": False}
    parcel = parcels.setdefault(event["parcel"], {"parcel": event["parcel"], "status": None, "events": 0})
    parcel["status"] = event["status"]
    parcel["events"] += 1
    handled.add(event["id"])
    return {"taken": True}
