import json
import time

TOWNS = {"1050": "Elsene", "9000": "Gent"}


def answer(start_response, status, data, fields=()):
    """Answer with JSON; `fields` are further header fields, such as [("Allow", "GET")]."""
    start_response(status, [("Content-Type", "application/json"), *fields])
    return [json.dumps(data).encode("utf-8")]


def app(environ, start_response):
    """Answer one request."""
    path = environ["PATH_INFO"]
    if path.startswith("/sleep/"):  # for the tests: lets the time pass
        time.sleep(float(path.removeprefix("/sleep/")))
        start_response("204 No Content", [])
        return []
    if path == "/health":
        return answer(start_response, "200 OK", {"ok": True})
    if path.startswith("/postcodes/"):
        code = path.removeprefix("/postcodes/")
        if code in TOWNS:
            return answer(start_response, "200 OK", {"code": code, "town": TOWNS[code]})
    return answer(start_response, "404 Not Found", {"error": "not found"})
