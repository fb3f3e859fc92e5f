import json

from flask import Flask, Response, request

app = Flask(__name__)
orders = []


@app.post("/orders")
def add_order():
    order = {"number": len(orders) + 1, "pizza": request.get_json()["pizza"]}
    orders.append(order)
    return order, 201


@app.get("/orders/stream")
def stream():
    return orders
