import json
from pathlib import Path

from flask import Flask, request

app = Flask(__name__)
FILE = Path("/data/items.json")
items = json.loads(FILE.read_text()) if FILE.exists() else []


def refuse(status, why):
    return {"error": why}, status


@app.get("/items")
def list_items():
    return items


@app.get("/items/<int:item_id>")
def show_item(item_id):
    for item in items:
        if item["id"] == item_id:
            return item
    return refuse(404, "no such item")


@app.post("/items")
def add_item():
    if request.mimetype != "application/json":
        return refuse(415, "send application/json")
    try:
        data = json.loads(request.get_data())
    except ValueError:
        return refuse(400, "this is no JSON")
    if not isinstance(data, dict):
        return refuse(400, "an object is wanted")
    what, where = data.get("what"), data.get("where")
    if not isinstance(what, str) or not what.strip():
        return refuse(400, "what must be a text that is not empty")
    if where is not None and not isinstance(where, str):
        return refuse(400, "where must be a text or null")

    item = {"id": len(items) + 1, "what": what, "where": where, "returned": False}
    items.append(item)
    FILE.write_text(json.dumps(items))
    return item, 201, {"Location": f"/items/{item['id']}"}
