def imported(line):
    """Return the names that a line imports, with their points."""
    words = line.split()
    if words[:1] == ["from"]:
        return [words[1]]
    if words[:1] == ["import"]:
        parts = line.strip().removeprefix("import ").split(",")
        return [part.split()[0] for part in parts]
    return []


def undeclared(lines, known):
    """Return the imported names that are not known, sorted, each once."""
    names = set()
    for line in lines:
        for name in imported(line):
            top = name.split(".")[0]
            if top != "" and top not in known:
                names.add(top)
    return sorted(names)
