def price_of_dish(dish):
    """Return the price of one line: the dish and its extras, times the quantity."""
    cents = dish["cents"]
    for extra in dish.get("extras") or []:
        cents += extra["cents"]
    return cents * dish.get("quantity", 1)


def price_of_delivery(delivery, food):
    """Return what the delivery costs when the food comes to this much."""
    if delivery is None:
        return 0
    free_from = delivery.get("free_from")
    if free_from is not None and food >= free_from:
        return 0
    return delivery["cents"]


def price_of(order):
    """Return the lines, the delivery, the tip and the total of an order."""
    lines = [[dish["name"], price_of_dish(dish)] for dish in order["dishes"]]
    food = sum(cents for name, cents in lines)
    delivery = price_of_delivery(order.get("delivery"), food)
    tip = order.get("tip") or 0
    return {"lines": lines, "delivery": delivery, "tip": tip, "total": food + delivery + tip}
