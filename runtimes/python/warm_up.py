"""A program of the kind that learners write, run many times before the snapshot is made."""

import json
from dataclasses import dataclass


@dataclass
class Item:
    name: str
    price: float


def total(items):
    return sum(item.price for item in items)


def combine(values, extra):
    items = [Item(str(value), 1.5) for value in values]
    found = {item.name: item.price for item in items}
    found["total"] = total(items)
    words = " ".join(sorted(found)).upper().split()
    text = json.dumps({"found": found, "words": words, "count": len(words)})
    return {"values": values, "extra": extra, "back": json.loads(text), "parts": (1, {2}, f"{total(items):.2f}")}


def fail():
    try:
        return {}["nothing"]
    except KeyError as error:
        raise ValueError("no such thing") from error


if __name__ == "__main__":
    combine([1, 2], None)
