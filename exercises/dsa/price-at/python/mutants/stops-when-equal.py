changes = []


def load(history):
    global changes
    changes = history
    return len(changes)


def price_at(moment):
    low, high = 0, len(changes)
    while low < high:
        middle = (low + high) // 2
        if changes[middle]["at"] == moment:
            return changes[middle]["cents"]
        if changes[middle]["at"] < moment:
            low = middle + 1
        else:
            high = middle
    return changes[low - 1]["cents"] if low else None
