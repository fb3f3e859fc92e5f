import re
from urllib.parse import urlencode

from flask import Flask, request

app = Flask(__name__)
episodes = [
    {"id": 1, "show": "Rivers & Roads", "title": "The Mill", "minutes": 31, "published": "2026-03-01"},
    {"id": 2, "show": "Night Shift", "title": "Bread at Four", "minutes": 55, "published": "2026-03-01"},
    {"id": 3, "show": "Rivers & Roads", "title": "A Ferry", "minutes": 28, "published": "2026-03-02"},
    {"id": 4, "show": "Night Shift", "title": "Switchboard", "minutes": 31, "published": "2026-03-02"},
    {"id": 5, "show": "Rivers & Roads", "title": "Salt", "minutes": 42, "published": "2026-03-02"},
    {"id": 6, "show": "Small Words", "title": "Rust", "minutes": 12, "published": "2026-03-04"},
    {"id": 7, "show": "Night Shift", "title": "Corridor", "minutes": 31, "published": "2026-03-05"},
    {"id": 8, "show": "Rivers & Roads", "title": "The Weir", "minutes": 35, "published": "2026-03-07"},
    {"id": 9, "show": "Small Words", "title": "Frost", "minutes": 12, "published": "2026-03-08"},
    {"id": 10, "show": "Night Shift", "title": "Last Bus", "minutes": 61, "published": "2026-03-09"},
    {"id": 11, "show": "Rivers & Roads", "title": "Headwater", "minutes": 31, "published": "2026-03-09"},
    {"id": 12, "show": "Small Words", "title": "Moss", "minutes": 14, "published": "2026-03-11"},
]

# The words of `sort`, the field that each one means, and whether it goes downwards.
ORDERS = {
    "published": ("published", False),
    "-published": ("published", True),
    "minutes": ("minutes", False),
    "-minutes": ("minutes", True),
}
CURSOR = {"published": re.compile(r"(\d{4}-\d{2}-\d{2})_(\d+)"), "minutes": re.compile(r"(\d+)_(\d+)")}


@app.post("/episodes")
def add_episode():
    episode = request.get_json() | {"id": len(episodes) + 1}
    episodes.append(episode)
    return episode, 201


def read_cursor(text, field):
    """Return the value and the id at which the last page ended, or None if this is no cursor."""
    found = CURSOR[field].fullmatch(text)
    if found is None:
        return None
    value = found[1] if field == "published" else int(found[1])
    return value, int(found[2])


@app.get("/episodes")
def list_episodes():
    given = request.args.to_dict()
    limit = given.get("limit", "5")
    if not re.fullmatch(r"[0-9]{1,2}", limit) or not 1 <= int(limit) <= 50:
        return {"error": "limit must be a whole number from 1 to 50"}, 400
    limit = int(limit)
    if given.get("sort", "-published") not in ORDERS:
        return {"error": "sort must be one of " + ", ".join(ORDERS)}, 400
    field, downwards = ORDERS[given.get("sort", "-published")]

    found = [e for e in episodes if "show" not in given or e["show"] == given["show"]]
    found.sort(key=lambda episode: episode["id"])
    found.sort(key=lambda episode: episode[field], reverse=downwards)

    if "after" in given:
        cursor = read_cursor(given["after"], field)
        if cursor is None:
            return {"error": "after must be a cursor from an earlier answer"}, 400
        value, last_id = cursor

        def comes_after(episode):
            if episode[field] != value:
                return (episode[field] < value) == downwards
            return episode["id"] > last_id

        found = [episode for episode in found if comes_after(episode)]

    items, more = found[:limit], len(found) > limit
    address = None
    if more:
        after = f"{items[-1][field]}_{items[-1]['id']}"
        address = "/episodes?" + urlencode(given | {"after": after})
    return {"items": items, "next": address}
