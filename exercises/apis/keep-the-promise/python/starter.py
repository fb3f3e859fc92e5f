import json

from flask import Flask, request

app = Flask(__name__)
bikes = [
    {"number": 1, "hired": False, "battery": 80, "lock_code": "4711"},
    {"number": 2, "hired": True, "battery": 35, "lock_code": "0815"},
    {"number": 3, "hired": False, "lock_code": "1234"},
]


@app.get("/bikes")
def list_bikes():
    status = request.args.get("status")
    return [bike for bike in bikes if status is None or bike["hired"] == (status == "hired")]


@app.post("/bikes/<int:number>/hire")
def hire(number):
    for bike in bikes:
        if bike["number"] == number and not bike["hired"]:
            bike["hired"] = True
            return {"bike": str(number), "price": "1.50"}
    return {"error": "not possible"}, 400
