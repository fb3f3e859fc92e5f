PRICES = {"adult": 1800, "child": 900}
VOUCHER_CENTS = 1000

vouchers_sold = {"LYNX-1", "IBEX-2", "OTTER-3"}
orders = []
refunded = []


def order(lines, vouchers):
    """Make an order; return its number and total."""
    total = 0
    for line in lines:
        if line["ticket"] not in PRICES:
            raise ValueError("there is no such ticket")
        total += line["quantity"] * line.get("price_cents", 0)
    for voucher in vouchers:
        if voucher not in vouchers_sold:
            raise ValueError("there is no such voucher")
        total -= VOUCHER_CENTS
    orders.append(total)
    return {"id": len(orders), "total_cents": total}


def refund(id, cents):
    """Give money back for an order; say whether it was done."""
    if not 1 <= id <= len(orders):
        return False
    refunded.append(cents)
    return True


def till():
    """Return how many cents are in the till."""
    return sum(orders) - sum(refunded)
