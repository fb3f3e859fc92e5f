import json
from datetime import datetime, timezone


def is_count(value):
    """Say whether this is a whole number of 0 or more."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def read_payment(line):
    """Return the payment of a line, or None if the line is broken."""
    try:
        payment = json.loads(line)
    except json.JSONDecodeError:
        return None
    if not isinstance(payment, dict):
        return None
    good = (
        isinstance(payment.get("id"), str)
        and payment["id"] != ""
        and payment.get("kind") in ("sale", "refund")
        and is_count(payment.get("cents"))
        and is_count(payment.get("at"))
    )
    return payment if good else None


def date_of(seconds, offset):
    """Return the date that the shop's clock shows at this moment."""
    wall = datetime.fromtimestamp(seconds + offset * 60, tz=timezone.utc)
    return wall.strftime("%Y-%m-%d")


def daily_takings(log, offset):
    """Return the takings of each day of the shop's clock, and the numbers of broken lines."""
    days = {}
    broken = []
    seen = set()
    for number, line in enumerate(log.split("\n"), 1):
        if line.strip() == "":
            continue
        payment = read_payment(line)
        if payment is None:
            broken.append(number)
            continue
        if payment["id"] in seen:
            continue
        seen.add(payment["id"])

        date = date_of(payment["at"], offset)
        day = days.setdefault(date, {"date": date, "sales": 0, "cents": 0})
        if payment["kind"] == "sale":
            day["sales"] += 1
            day["cents"] += payment["cents"]
        else:
            day["cents"] -= payment["cents"]
    return {"days": [days[date] for date in sorted(days)], "broken": broken}
