def retry_delays(first, cap, budget):
    """Return the list of waits: doubling, capped, and together at most the budget."""
    waits = []
    total = 0
    wait = min(first, cap)
    while total + wait <= budget:
        waits.append(wait)
        total += wait
        wait = min(wait * 2, cap)
    return waits
