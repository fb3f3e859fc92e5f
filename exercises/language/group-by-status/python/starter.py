def group_by_status(lines):
    """Return the paths of the log's lines under their status; lines that do not fit under "broken"."""
    groups = {}
    for line in lines:
        method, path, status = line.split(" ")
        groups[status] = [path]
    return groups
