from flask import Flask, request

app = Flask(__name__)
reservations = []


@app.post("/reservations")
def reserve():
    data = request.get_json()
    reservation = {
        "id": len(reservations) + 1,
        "name": data["name"],
        "guests": data["guests"],
        "day": data["day"],
        "wishes": data.get("wishes", []),
    }
    reservations.append(reservation)
    return reservation, 201
