import json
import re
import secrets

log = []


def inner(environ, start_response):
    """The app. Leave it as it is."""

    def answer(status, data, *fields):
        start_response(status, [("Content-Type", "application/json"), *fields])
        return [json.dumps(data).encode("utf-8")]

    path = environ["PATH_INFO"]
    if path == "/crash":
        raise RuntimeError("cannot reach db.example.com with hunter2")
    if path == "/whoami":
        return answer("200 OK", {"id": environ.get("HTTP_X_REQUEST_ID")})
    if path == "/log":
        return answer("200 OK", log)
    if path == "/bookings":
        body = json.loads(environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"])))
        booking = {"lane": environ["QUERY_STRING"].removeprefix("lane="), **body}
        return answer("201 Created", booking, ("Location", "/bookings/1"))
    return answer("404 Not Found", {"error": "not found"})


def number_of(environ):
    """Return the client's number for this request if it looks like one, or a new one."""
    given = environ.get("HTTP_X_REQUEST_ID", "")
    return given if re.fullmatch(r"[A-Za-z0-9-]{8,64}", given) else secrets.token_hex(16)


def app(environ, start_response):
    """The ring around the app."""
    number = number_of(environ)
    record = {"id": number, "method": environ["REQUEST_METHOD"], "path": environ["PATH_INFO"]}
    begun = {}

    def note(status, fields, exc_info=None):
        begun.update(status=status, fields=fields)

    try:
        body = inner({**environ, "HTTP_X_REQUEST_ID": number}, note)
    except Exception as error:
        record["error"] = str(error)
        note("500 Internal Server Error", [("Content-Type", "application/problem+json")])
        problem = {"title": "Internal Server Error", "status": 500, "request_id": number}
        body = [json.dumps(problem).encode("utf-8")]

    record["status"] = int(begun["status"].split(" ")[0])
    log.append(record)
    start_response(begun["status"], [*begun["fields"], ("X-Request-Id", number)])
    return body
