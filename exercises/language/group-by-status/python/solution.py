def group_by_status(lines):
    """Return the paths of the log's lines under their status; lines that do not fit under "broken"."""
    groups = {}
    for line in lines:
        line = line.strip()
        if line == "":
            continue
        parts = line.split(" ")
        if len(parts) == 3:
            key, value = parts[2], parts[1]
        else:
            key, value = "broken", line
        if key not in groups:
            groups[key] = []
        groups[key].append(value)
    return groups
