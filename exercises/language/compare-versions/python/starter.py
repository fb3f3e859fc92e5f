def compare_versions(a, b):
    """Return -1 if a is older than b, 1 if it is newer, and 0 if they are the same."""
    if a < b:
        return -1
    if a > b:
        return 1
    return 0
