"""Goes to the zoo with ideas."""

ADULT = {"ticket": "adult", "quantity": 1, "price_cents": 1800}


def refuses(subject, lines, vouchers=()):
    try:
        got = subject.call("order", lines, list(vouchers))
    except Exception as error:
        assert type(error).__name__.endswith(("ValueError", "RangeError")), f"{type(error).__name__}: {error}"
        return
    raise AssertionError(f"the order {str(lines)[:90]} was accepted: {got!r}")


def quantities(subject):
    for quantity in (-2, 0, 21, 1.5, "2", True, None, 10**12):
        refuses(subject, [ADULT, {"ticket": "child", "quantity": quantity, "price_cents": 900}])
    assert subject.call("till") == 0, "a refused order is in the till"


def sizes(subject):
    refuses(subject, [])
    refuses(subject, [ADULT] * 11)
    assert subject.call("order", [ADULT] * 10, [])["total_cents"] == 18000, "ten lines are fine"


def refunds(subject):
    number = subject.call("order", [ADULT], [])["id"]
    for cents in (1801, 0, -500, 0.5, True, "900", None):
        assert subject.call("refund", number, cents) is False, f"{cents!r} cents were refunded of 1800"
    assert subject.call("refund", number, 1000) is True, "1000 of 1800 cents may be refunded"
    assert subject.call("refund", number, 801) is False, "together 1801 cents were refunded of 1800"
    assert subject.call("refund", number, 800) is True, "the rest of 800 cents may be refunded"
    assert subject.call("till") == 0, f"in the till are {subject.call('till')} cents"
