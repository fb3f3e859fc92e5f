import json
from datetime import date

from flask import Flask, request

app = Flask(__name__)
reservations = []


def problem(status, title, **more):
    """Return an answer in the form of RFC 9457."""
    return {"title": title, "status": status, **more}, status, {"Content-Type": "application/problem+json"}


def is_name(value):
    return isinstance(value, str) and value.strip() != "" and len(value) <= 60


def is_party(value):
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 8


def is_day(value):
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def check(data):
    """Return every rule that is broken."""
    errors = []

    def report(pointer, detail):
        errors.append({"pointer": pointer, "detail": detail})

    if not is_name(data.get("name")):
        report("#/name", "must be a text of 1 to 60 signs")
    if not is_party(data.get("guests")):
        report("#/guests", "must be a whole number from 1 to 8")
    if not is_day(data.get("day")):
        report("#/day", "must be a day such as 2026-03-14")
    wishes = data.get("wishes", [])
    if not isinstance(wishes, list):
        report("#/wishes", "must be a list of texts")
    else:
        for place, wish in enumerate(wishes):
            if not isinstance(wish, str):
                report(f"#/wishes/{place}", "must be a text")
    return errors


@app.post("/reservations")
def reserve():
    try:
        data = json.loads(request.get_data())
    except ValueError:
        return problem(400, "The body is no JSON")
    if not isinstance(data, dict):
        return problem(400, "The body is no object")
    errors = check(data)
    if errors:
        kind = "https://example.com/problems/invalid-reservation"
        return problem(422, "The reservation is not valid", type=kind, errors=errors)

    reservation = {
        "id": len(reservations) + 1,
        "name": data["name"],
        "guests": data["guests"],
        "day": data["day"],
        "wishes": data.get("wishes", []),
    }
    reservations.append(reservation)
    return reservation, 201


@app.errorhandler(404)
def unknown_path(error):
    return problem(404, "There is nothing at this address")
