import re
import secrets

PLACES = {1041: "Ghent", 1042: "Leuven"}
lines = []


class OperationalError(Exception):
    pass


def find(number):
    """Stand-in for the database, with three faults in it."""
    if number == 2000:
        raise OperationalError(f"could not connect to db.internal as parcels:tulip-mania-77\nSELECT place FROM parcels_2026 WHERE number = {number}")
    if number == 3000:
        return {}["place"]
    if number == 4000:
        raise RecursionError("main.py: parcels_2026 points to itself")
    return PLACES.get(number)


def failure(status, error):
    return {"status": status, "body": {"error": error}}


def answer(path, query):
    if path != "/parcels":
        return failure(404, "no such page")
    if "number" not in query:
        return failure(400, "number is missing")
    if not re.fullmatch("[0-9]{1,9}", query["number"]):
        return failure(400, "number must be digits")
    number = int(query["number"])
    place = find(number)
    if place is None:
        return failure(404, "no such parcel")
    return {"status": 200, "body": {"number": number, "place": place}}


def handle(path, query):
    """Answer a request with a status and a body."""
    try:
        return answer(path, query)
    except Exception as error:
        incident = secrets.token_hex(6)
        message = str(error).replace("\r", "\\r").replace("\n", "\\n")
        lines.append(f"{incident} {type(error).__name__}: {message}")
        return {"status": 500, "body": {"error": "internal error", "incident": incident}}


def log():
    """Return the lines of the log."""
    return lines
