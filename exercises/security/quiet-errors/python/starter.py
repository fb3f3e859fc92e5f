import traceback

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


def handle(path, query):
    """Answer a request with a status and a body."""
    try:
        if path != "/parcels":
            return {"status": 404, "body": {"error": "no such page"}}
        if "number" not in query:
            return {"status": 400, "body": {"error": "number is missing"}}
        number = int(query["number"])
        place = find(number)
        if place is None:
            return {"status": 404, "body": {"error": f"no row in parcels_2026 with number = {number}"}}
        return {"status": 200, "body": {"number": number, "place": place}}
    except Exception as error:
        lines.append(traceback.format_exc())
        return {"status": 500, "body": {"error": str(error), "trace": traceback.format_exc()}}


def log():
    """Return the lines of the log."""
    return lines
