import json
import math
import time

TOWNS = {"1050": "Elsene", "9000": "Gent"}
ALLOWED = 3
WITHIN = 10  # seconds
passed = {}  # client -> times of the requests that passed


def answer(start_response, status, data, fields=()):
    """Answer with JSON; `fields` are further header fields, such as [("Allow", "GET")]."""
    start_response(status, [("Content-Type", "application/json"), *fields])
    return [json.dumps(data).encode("utf-8")]


def recent(client, now):
    """Return the times of this client's requests that still count, the oldest first."""
    passed[client] = [at for at in passed.get(client, []) if now - at < WITHIN]
    return passed[client]


def look_up(environ, start_response, code):
    now = time.time()
    times = recent(environ.get("HTTP_API_KEY"), now)
    if len(times) >= ALLOWED:
        wait = max(1, math.ceil(times[0] + WITHIN - now))
        fields = [("Retry-After", str(wait)), ("RateLimit-Remaining", "0")]
        return answer(start_response, "429 Too Many Requests", {"error": "too many requests"}, fields)
    times.append(now)
    fields = [("RateLimit-Remaining", str(ALLOWED - len(times)))]
    if code not in TOWNS:
        return answer(start_response, "404 Not Found", {"error": "no such code"}, fields)
    return answer(start_response, "200 OK", {"code": code, "town": TOWNS[code]}, fields)


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
        return look_up(environ, start_response, path.removeprefix("/postcodes/"))
    return answer(start_response, "404 Not Found", {"error": "not found"})
