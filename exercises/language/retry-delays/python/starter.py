def retry_delays(first, cap, budget):
    """Return the list of waits: doubling, capped, and together at most the budget."""
    waits = []
    wait = first
    while wait <= budget:
        waits.append(wait)
        wait = wait * 2
    return waits
