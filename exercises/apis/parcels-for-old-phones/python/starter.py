from flask import Flask, request

app = Flask(__name__)
parcels = {
    7: {"id": 7, "weight_g": 1250, "status": "in_transit"},
    8: {"id": 8, "weight_g": 4000, "status": "held_at_customs"},
    9: {"id": 9, "weight_g": 300, "status": "delivered"},
}


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
    number = max(parcels) + 1
    parcels[number] = {"id": number, "weight_g": grams, "status": "accepted"}
    return parcels[number], 201, {"Location": f"/v2/parcels/{number}"}
