import csv
import io
import json

from flask import Flask, Response, request

app = Flask(__name__)

LEVELS = [
    {"gauge": "Old Bridge", "river": "Lenne", "level_cm": 182},
    {"gauge": 'Mill "Old Wheel"', "river": "Lenne", "level_cm": 97},
    {"gauge": "Port, north basin", "river": "Ærå", "level_cm": None},
]
FORMATS = {"json": "application/json", "csv": "text/csv"}


def choose_format(accept, offered):
    """Return the offered media type that the client likes best, or None."""
    entries = {}
    for part in (accept or "*/*").lower().split(","):
        name, *params = [piece.strip() for piece in part.split(";")]
        qs = [param[2:] for param in params if param.startswith("q=")]
        entries[name] = float(qs[0]) if qs else 1.0
    best, best_q = None, 0.0
    for media_type in offered:
        family = media_type.split("/")[0] + "/*"
        fitting = [name for name in (media_type, family, "*/*") if name in entries]
        q = entries[fitting[0]] if fitting else 0.0
        if q > best_q:
            best, best_q = media_type, q
    return best


def as_csv(rows):
    """Write the rows as RFC 4180 wants them; the writer quotes and ends lines with CR LF by itself."""
    out = io.StringIO()
    writer = csv.DictWriter(out, ["gauge", "river", "level_cm"])
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


@app.after_request
def say_what_it_depended_on(response):
    response.headers["Vary"] = "Accept"
    return response


@app.get("/levels")
def levels():
    wish = request.args.get("format")
    if wish is not None and wish not in FORMATS:
        return {"error": "format is json or csv"}, 400
    offered = list(FORMATS.values())
    chosen = FORMATS[wish] if wish else choose_format(request.headers.get("Accept"), offered)
    if chosen is None:
        return {"error": "none of the forms is acceptable", "available": offered}, 406
    if chosen == "text/csv":
        return Response(as_csv(LEVELS), content_type="text/csv; charset=utf-8")
    return Response(json.dumps(LEVELS), mimetype="application/json")
