from flask import Flask, request

app = Flask(__name__)
parcels = {
    7: {"id": 7, "weight_g": 1250, "status": "in_transit"},
    8: {"id": 8, "weight_g": 4000, "status": "held_at_customs"},
    9: {"id": 9, "weight_g": 300, "status": "delivered"},
}
V1_STATUS = {"accepted", "in_transit", "delivered"}


def store(grams):
    """Keep a new parcel and return it."""
    number = max(parcels) + 1
    parcels[number] = {"id": number, "weight_g": grams, "status": "accepted"}
    return parcels[number]


@app.get("/v2/parcels/<int:number>")
def show_parcel(number):
    if number not in parcels:
        return {"error": "no such parcel"}, 404
    return parcels[number]


@app.post("/v2/parcels")
def add_parcel():
    grams = request.get_json().get("weight_g")
    if not isinstance(grams, int) or isinstance(grams, bool) or grams <= 0:
        return {"error": "weight_g must be a whole number above 0"}, 422
    parcel = store(grams)
    return parcel, 201, {"Location": f"/v2/parcels/{parcel['id']}"}


def as_v1(parcel):
    """Return the parcel in the form of version 1."""
    status = parcel["status"] if parcel["status"] in V1_STATUS else "in_transit"
    return {"id": parcel["id"], "weight": parcel["weight_g"] / 1000, "status": status}


def successor(parcel):
    return {"Link": f'</v2/parcels/{parcel["id"]}>; rel="successor-version"'}


@app.after_request
def announce_the_end(response):
    if request.path.startswith("/v1/"):
        response.headers["Deprecation"] = "@1767225600"
        response.headers["Sunset"] = "Wed, 30 Sep 2026 00:00:00 GMT"
    return response


@app.get("/v1/parcels/<int:number>")
def show_parcel_v1(number):
    if number not in parcels:
        return {"error": "no such parcel"}, 404
    return as_v1(parcels[number]), 200, successor(parcels[number])


@app.post("/v1/parcels")
def add_parcel_v1():
    kilograms = request.get_json().get("weight")
    if not isinstance(kilograms, (int, float)) or isinstance(kilograms, bool) or kilograms <= 0:
        return {"error": "weight must be a number above 0"}, 422
    parcel = store(round(kilograms * 1000))
    location = {"Location": f"/v1/parcels/{parcel['id']}"}
    return as_v1(parcel), 201, {**location, **successor(parcel)}
