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


@app.get("/levels")
def levels():
    return Response(json.dumps(LEVELS), mimetype="application/json")
