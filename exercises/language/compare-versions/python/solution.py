def numbers(version):
    """Return the four numbers of a version; what is missing is 0."""
    parts = [int(part) for part in version.split(".")]
    return parts + [0] * (4 - len(parts))


def compare_versions(a, b):
    """Return -1 if a is older than b, 1 if it is newer, and 0 if they are the same."""
    if numbers(a) < numbers(b):
        return -1
    if numbers(a) > numbers(b):
        return 1
    return 0
