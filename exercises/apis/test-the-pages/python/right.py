from functools import cmp_to_key


def compare(one, other):
    """Negative if the first comes before the other: newest day first, then the lower id."""
    if one["day"] != other["day"]:
        return -1 if one["day"] > other["day"] else 1
    return one["id"] - other["id"]


def page(episodes, limit, after):
    in_order = sorted(episodes, key=cmp_to_key(compare))
    rest = [one for one in in_order if after is None or compare(after, one) < 0]
    items = rest[:limit]
    more = len(rest) > limit
    mark = {"day": items[-1]["day"], "id": items[-1]["id"]} if more else None
    return {"ids": [one["id"] for one in items], "next": mark}
