from flask import Flask, request

app = Flask(__name__)
SECRET = b"whsec_4f1c9b27a0"
KNOWN = {"accepted", "delivered", "lost"}
parcels = {}


@app.get("/parcels/<name>")
def show_parcel(name):
    if name not in parcels:
        return {"error": "no such parcel"}, 404
    return parcels[name]


@app.post("/webhooks/parcels")
def parcel_event():
    event = request.get_json()
    parcel = parcels.setdefault(event["parcel"], {"parcel": event["parcel"], "status": None, "events": 0})
    parcel["status"] = event["status"]
    parcel["events"] += 1
    return {"taken": True}
