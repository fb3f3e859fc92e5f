def lock_report(wanted, locked, installed):
    """Return a line for each package that is not as the lock file says."""
    lines = []
    for name in sorted({*wanted, *locked, *installed}):
        should_be = locked.get(name)
        is_there = installed.get(name)
        if should_be is None and is_there is None:
            lines.append(f"{name}: wanted, but not locked")
        elif should_be is None:
            lines.append(f"{name}: {is_there} is not locked")
        elif is_there is None:
            lines.append(f"{name}: {should_be} is missing")
        elif is_there != should_be:
            lines.append(f"{name}: {is_there} is installed, {should_be} is locked")
    return lines
