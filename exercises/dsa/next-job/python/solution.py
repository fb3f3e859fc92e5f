from heapq import heappop, heappush
from itertools import count

waiting = []  # a heap of (due, the number of its arrival, mail)
numbers = count()


def load(jobs):
    """Begin anew with these jobs, and return how many wait."""
    waiting.clear()
    for job in jobs:
        add(job["mail"], job["due"])
    return len(waiting)


def add(mail, due):
    """Put one more in, and return how many wait."""
    heappush(waiting, (due, next(numbers), mail))
    return len(waiting)


def next_job():
    """Take out the mail that is due first, or return None."""
    if not waiting:
        return None
    due, number, mail = heappop(waiting)
    return mail
