import json

DEPARTURES = [
    {"to": "Ærø", "at": "07:40"},
    {"to": "Samsø", "at": "08:15"},
    {"to": "Hven", "at": "08:15"},
    {"to": "Ærø", "at": "09:40"},
]


def answer(start_response, status, content_type, body):
    start_response(status, [("Content-Type", content_type), ("Content-Length", str(len(body)))])
    return [body]


def answer_json(start_response, status, data):
    body = json.dumps(data, ensure_ascii=False).encode("utf-8")
    return answer(start_response, status, "application/json", body)


def app(environ, start_response):
    """Answer one request."""
    path = environ["PATH_INFO"]
    if path == "/departures":
        return answer_json(start_response, "200 OK", DEPARTURES)
    if path == "/health":
        return answer(start_response, "200 OK", "text/plain", b"ok")
    return answer_json(start_response, "404 Not Found", {"error": "not found"})
