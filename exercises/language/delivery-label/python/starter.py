def label(order):
    """Return the lines of the label for an order."""
    customer = order["customer"]
    address = customer["address"]
    return [
        f"#{order['no']}",
        customer["name"],
        customer["company"],
        address["street"],
        f"{address['postcode']} {address['city']}",
    ]
