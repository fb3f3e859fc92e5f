import json

from flask import Flask, request

app = Flask(__name__)
PRICE_CENTS = 150
bikes = [
    {"number": 1, "hired": False, "battery": 80, "lock_code": "4711"},
    {"number": 2, "hired": True, "battery": 35, "lock_code": "0815"},
    {"number": 3, "hired": False, "lock_code": "1234"},
]


def as_bike(bike):
    """Return the bike as the document describes it."""
    state = "hired" if bike["hired"] else "free"
    return {"number": bike["number"], "state": state, "battery": bike.get("battery")}


def problem(status, title):
    body = json.dumps({"title": title, "status": status})
    return body, status, {"Content-Type": "application/problem+json"}


@app.errorhandler(404)
def not_found(error):
    return problem(404, "There is nothing here")


@app.get("/bikes")
def list_bikes():
    state = request.args.get("state")
    if state not in (None, "free", "hired"):
        return problem(400, "state is free or hired")
    all_bikes = [as_bike(bike) for bike in bikes]
    return [bike for bike in all_bikes if state in (None, bike["state"])]


@app.post("/bikes/<int:number>/hire")
def hire(number):
    bike = next((bike for bike in bikes if bike["number"] == number), None)
    if bike is None:
        return problem(404, "There is no such bike")
    if bike["hired"]:
        return problem(409, "This bike is hired already")
    bike["hired"] = True
    return {"bike": number, "price_cents": PRICE_CENTS}, 201
