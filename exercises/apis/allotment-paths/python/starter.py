import json

PLOTS = [
    {"number": 3, "gardener": "Ines", "square_metres": 180},
    {"number": 7, "gardener": None, "square_metres": 210},
    {"number": 12, "gardener": "Piotr", "square_metres": 150},
    {"number": 15, "gardener": None, "square_metres": 95},
]


def answer(start_response, status, data, fields=()):
    """Answer with JSON; `fields` are further header fields, such as [("Allow", "GET")]."""
    start_response(status, [("Content-Type", "application/json"), *fields])
    return [json.dumps(data).encode("utf-8")]


def app(environ, start_response):
    """Answer one request."""
    method = environ["REQUEST_METHOD"]
    path = environ["PATH_INFO"]
    if method == "GET" and path == "/plots":
        return answer(start_response, "200 OK", PLOTS)
    return answer(start_response, "404 Not Found", {"error": "not found"})
