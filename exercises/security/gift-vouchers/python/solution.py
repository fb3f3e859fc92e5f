PRICES = {"adult": 1800, "child": 900}
VOUCHER_CENTS = 1000
MOST_LINES = 10
MOST_TICKETS = 20

vouchers_open = {"LYNX-1", "IBEX-2", "OTTER-3"}
orders = {}  # number -> {"total": …, "refunded": …}


def demand(condition, message):
    if not condition:
        raise ValueError(message)


def is_whole(value):
    return type(value) is int


def check_lines(lines):
    demand(1 <= len(lines) <= MOST_LINES, f"an order has 1 to {MOST_LINES} lines")
    for line in lines:
        demand(line["ticket"] in PRICES, "there is no such ticket")
        quantity = line["quantity"]
        demand(is_whole(quantity) and 1 <= quantity <= MOST_TICKETS, f"a quantity is 1 to {MOST_TICKETS}")


def check_vouchers(vouchers):
    demand(len(set(vouchers)) == len(vouchers), "a voucher is good once")
    demand(vouchers_open.issuperset(vouchers), "there is no such voucher, or it was used")


def order(lines, vouchers):
    """Make an order; return its number and total."""
    check_lines(lines)
    check_vouchers(vouchers)
    price = sum(line["quantity"] * PRICES[line["ticket"]] for line in lines)
    total = max(0, price - VOUCHER_CENTS * len(vouchers))
    vouchers_open.difference_update(vouchers)
    number = len(orders) + 1
    orders[number] = {"total": total, "refunded": 0}
    return {"id": number, "total_cents": total}


def refund(id, cents):
    """Give money back for an order; say whether it was done."""
    known = orders.get(id)
    if known is None or not is_whole(cents) or not 1 <= cents <= known["total"] - known["refunded"]:
        return False
    known["refunded"] += cents
    return True


def till():
    """Return how many cents are in the till."""
    return sum(known["total"] - known["refunded"] for known in orders.values())
