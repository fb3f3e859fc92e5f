def orders_with_names(orders, customers):
    """Return a record of number and customer's name for each order."""
    names = {customer["id"]: customer["name"] for customer in customers}
    result = []
    for order in orders:
        name = names.get(order["customer"])
        if name is None:
            name = "unknown"
        result.append({"no": order["no"], "name": name})
    return result
