def next_step(status):
    """Say in one word what a client does after this status."""
    if status == 304:
        return "use_copy"
    if status in (408, 429):
        return "try_later"
    family = status // 100
    if family == 1:
        return "wait"
    if family == 2:
        return "done"
    if family == 3:
        return "follow"
    if family == 4:
        return "give_up"
    return "try_later"
