import json
import re
from urllib.parse import parse_qs, quote

SPECIES = ["robin", "blue tit", "wren", "robin", "blue tit", "wren", "wren", "blue tit", "robin", "wren", "robin"]
BIRDS = [{"ring": ring, "species": species} for ring, species in enumerate(SPECIES, 1)]


def answer(start_response, status, data, fields=()):
    """Answer with JSON; `fields` are further header fields, such as [("Allow", "GET")]."""
    start_response(status, [("Content-Type", "application/json"), *fields])
    return [json.dumps(data).encode("utf-8")]


def whole(text, most):
    """Return the number that this text is, or None if it is none from 1 to `most`."""
    if not re.fullmatch(r"[0-9]{1,9}", text) or not 1 <= int(text) <= most:
        return None
    return int(text)


def links(species, page, size, last):
    """Return the value of the field Link."""
    given = "" if species is None else f"species={quote(species, safe='')}&"

    def link(number, name):
        return f'</birds?{given}page={number}&per_page={size}>; rel="{name}"'

    found = [link(1, "first")]
    if page > 1:
        found.append(link(min(page - 1, last), "prev"))
    if page < last:
        found.append(link(page + 1, "next"))
    return ", ".join([*found, link(last, "last")])


def list_birds(environ, start_response):
    query = parse_qs(environ.get("QUERY_STRING", ""), keep_blank_values=True)
    page = whole(query.get("page", ["1"])[0], most=10**9)
    size = whole(query.get("per_page", ["4"])[0], most=10)
    if page is None or size is None:
        error = {"error": "page is a number from 1, per_page one from 1 to 10"}
        return answer(start_response, "400 Bad Request", error)
    species = query.get("species", [None])[0]
    birds = [bird for bird in BIRDS if species in (None, bird["species"])]
    last = max(1, -(-len(birds) // size))
    fields = [("Total-Count", str(len(birds))), ("Link", links(species, page, size, last))]
    return answer(start_response, "200 OK", birds[(page - 1) * size:page * size], fields)


def app(environ, start_response):
    """Answer one request."""
    if environ["PATH_INFO"] != "/birds":
        return answer(start_response, "404 Not Found", {"error": "not found"})
    return list_birds(environ, start_response)
