def lock_report(wanted, locked, installed):
    """Return a line for each package that is not as the lock file says."""
    lines = []
    for name in locked:
        if name not in installed:
            lines.append(f"{name}: {locked[name]} is missing")
    return lines
