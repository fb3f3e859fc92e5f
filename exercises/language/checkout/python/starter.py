import json


def checkout(body, catalogue):
    """Return the sum of a cart, or all that is wrong with it."""
    cart = json.loads(body)
    goods = 0
    for item in cart["items"]:
        goods += catalogue[item["sku"]]["cents"] * item["quantity"]
    return {"ok": True, "goods": goods, "discount": 0, "shipping": 0, "total": goods}
