from flask import Flask, request

app = Flask(__name__)
items = []


@app.get("/items")
def list_items():
    return items


@app.get("/items/<int:item_id>")
def show_item(item_id):
    return items[item_id - 1]


@app.post("/items")
def add_item():
    item = request.get_json()
    item["id"] = len(items) + 1
    items.append(item)
    return item, 201
