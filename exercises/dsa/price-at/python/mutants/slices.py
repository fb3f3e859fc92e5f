changes = []


def load(history):
    global changes
    changes = history
    return len(changes)


def price_at(moment):
    rest = changes
    price = None
    while rest:
        middle = len(rest) // 2
        if rest[middle]["at"] <= moment:
            price = rest[middle]["cents"]
            rest = rest[middle + 1:]
        else:
            rest = rest[:middle]
    return price
