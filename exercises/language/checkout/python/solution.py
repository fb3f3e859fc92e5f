import json

SHIPPING = {
    "ES": {"cents": 490, "free_from": 5000},
    "PT": {"cents": 690, "free_from": 8000},
}


def parse(body):
    """Return the cart, or None if the body is not a JSON object."""
    try:
        cart = json.loads(body)
    except json.JSONDecodeError:
        return None
    return cart if isinstance(cart, dict) else None


def error_of(item, catalogue, taken):
    """Return what is wrong with one item, or None."""
    sku = item.get("sku") if isinstance(item, dict) else None
    if not isinstance(sku, str) or sku not in catalogue:
        return "unknown article"
    quantity = item.get("quantity")
    if isinstance(quantity, bool) or not isinstance(quantity, int) or not 1 <= quantity <= 20:
        return "quantity must be from 1 to 20"
    left = catalogue[sku]["stock"] - taken.get(sku, 0)
    if quantity > left:
        return f"only {left} left"
    return None


def add_up(items, catalogue):
    """Return the price of all good items, and the errors of the others."""
    if not isinstance(items, list) or not items:
        return 0, ["items is empty"]
    goods = 0
    errors = []
    taken = {}
    for number, item in enumerate(items, 1):
        error = error_of(item, catalogue, taken)
        if error is not None:
            errors.append(f"item {number}: {error}")
            continue
        sku, quantity = item["sku"], item["quantity"]
        taken[sku] = taken.get(sku, 0) + quantity
        goods += catalogue[sku]["cents"] * quantity
    return goods, errors


def checkout(body, catalogue):
    """Return the sum of a cart, or all that is wrong with it."""
    cart = parse(body)
    if cart is None:
        return {"ok": False, "errors": ["body is not a JSON object"]}

    goods, errors = add_up(cart.get("items"), catalogue)
    coupon = cart.get("coupon")
    if coupon is not None and coupon != "SPRING":
        errors.append("unknown coupon")
    country = cart.get("country")
    if country not in list(SHIPPING):
        errors.append("we do not deliver there")
    if errors:
        return {"ok": False, "errors": errors}

    discount = goods * 10 // 100 if coupon == "SPRING" else 0
    terms = SHIPPING[country]
    shipping = 0 if goods - discount >= terms["free_from"] else terms["cents"]
    total = goods - discount + shipping
    return {"ok": True, "goods": goods, "discount": discount, "shipping": shipping, "total": total}
