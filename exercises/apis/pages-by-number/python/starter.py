import json
from urllib.parse import parse_qs, quote

SPECIES = ["robin", "blue tit", "wren", "robin", "blue tit", "wren", "wren", "blue tit", "robin", "wren", "robin"]
BIRDS = [{"ring": ring, "species": species} for ring, species in enumerate(SPECIES, 1)]


def answer(start_response, status, data, fields=()):
    """Answer with JSON; `fields` are further header fields, such as [("Allow", "GET")]."""
    start_response(status, [("Content-Type", "application/json"), *fields])
    return [json.dumps(data).encode("utf-8")]


def app(environ, start_response):
    """Answer one request."""
    if environ["PATH_INFO"] != "/birds":
        return answer(start_response, "404 Not Found", {"error": "not found"})
    return answer(start_response, "200 OK", BIRDS)
