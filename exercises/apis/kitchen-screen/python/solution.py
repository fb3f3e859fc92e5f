import json
import re

from flask import Flask, Response, request

app = Flask(__name__)
orders = []


@app.post("/orders")
def add_order():
    order = {"number": len(orders) + 1, "pizza": request.get_json()["pizza"]}
    orders.append(order)
    return order, 201


def missed(mark):
    """Return whether the screen must start anew, and the orders that it has not had."""
    if mark == "":
        return False, orders
    if not re.fullmatch(r"[0-9]{1,9}", mark) or int(mark) > len(orders):
        return True, orders
    return False, [order for order in orders if order["number"] > int(mark)]


@app.get("/orders/stream")
def stream():
    reset, news = missed(request.headers.get("Last-Event-ID", ""))
    events = ["retry: 2000\n\n"]
    if reset:
        events.append("event: reset\ndata: {}\n\n")
    for order in news:
        events.append(f"id: {order['number']}\nevent: order\ndata: {json.dumps(order)}\n\n")
    headers = {"Cache-Control": "no-store"}
    return Response("".join(events), content_type="text/event-stream", headers=headers)
