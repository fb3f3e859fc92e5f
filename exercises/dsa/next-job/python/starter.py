waiting = []


def load(jobs):
    """Begin anew with these jobs, and return how many wait."""
    waiting.clear()
    waiting.extend(sorted(jobs, key=lambda job: job["due"]))
    return len(waiting)


def add(mail, due):
    """Put one more in, and return how many wait."""
    place = 0
    while place < len(waiting) and waiting[place]["due"] <= due:
        place += 1
    waiting.insert(place, {"mail": mail, "due": due})
    return len(waiting)


def next_job():
    """Take out the mail that is due first, or return None."""
    if not waiting:
        return None
    return waiting.pop(0)["mail"]
