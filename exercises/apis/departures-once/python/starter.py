import json

departures = [
    {"line": "7", "to": "Harbour", "at": "08:05"},
    {"line": "12", "to": "Old Mill", "at": "08:11"},
]


def answer(start_response, status, data, fields=()):
    """Answer with JSON; `fields` are further header fields, such as [("Allow", "GET")]."""
    start_response(status, [("Content-Type", "application/json"), *fields])
    return [json.dumps(data).encode("utf-8")]


def app(environ, start_response):
    """Answer one request."""
    if environ["PATH_INFO"] != "/departures":
        return answer(start_response, "404 Not Found", {"error": "not found"})
    if environ["REQUEST_METHOD"] == "POST":
        length = int(environ.get("CONTENT_LENGTH") or 0)
        departure = json.loads(environ["wsgi.input"].read(length))
        departures.append(departure)
        del departures[:-3]  # the board has three lines
        return answer(start_response, "201 Created", departure)
    return answer(start_response, "200 OK", departures)
