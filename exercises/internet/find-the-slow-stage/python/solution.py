def timeline(stages):
    """Say when each stage was, how long all took, and which was slowest."""
    rows = []
    clock = 0
    slowest = None
    for stage in stages:
        start = clock
        clock = clock + stage["ms"]
        rows.append({"name": stage["name"], "start": start, "end": clock})
        if slowest is None or stage["ms"] > slowest["ms"]:
            slowest = stage
    return {
        "stages": rows,
        "total": clock,
        "slowest": slowest["name"] if slowest else None,
    }
