def count_late(delays, limit):
    """Return how many of the delays are more than the limit."""
    count = 0
    for delay in delays:
        if delay > limit:
            count = count + 1
    return count
