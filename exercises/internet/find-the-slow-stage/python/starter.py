def timeline(stages):
    """Say when each stage was, how long all took, and which was slowest."""
    rows = []
    clock = 0
    for stage in stages:
        start = clock
        # Move the clock on by the milliseconds of this stage.
        # Is this stage the slowest so far? Then remember it.
        rows.append({"name": stage["name"], "start": start, "end": clock})
    return {"stages": rows, "total": clock, "slowest": "?"}
