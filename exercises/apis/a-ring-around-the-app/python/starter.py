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


def app(environ, start_response):
    """The ring around the app."""
    return inner(environ, start_response)
