def label(order):
    """Return the lines of the label for an order."""
    customer = order["customer"]
    lines = [f"#{order['no']}", customer["name"]]
    if customer.get("company"):
        lines.append(customer["company"])

    address = customer.get("address")
    if not address:
        lines.append("to be collected")
    else:
        lines.append(address["street"])
        if address.get("postcode"):
            lines.append(f"{address['postcode']} {address['city']}")
        else:
            lines.append(address["city"])

    if order.get("notes"):
        lines.append(f"Note: {order['notes']}")
    return lines
