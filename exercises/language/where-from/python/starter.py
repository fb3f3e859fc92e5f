def undeclared(lines, known):
    """Return the imported names that are not known, sorted, each once."""
    names = []
    for line in lines:
        if line.startswith("import"):
            names.append(line.split(" ")[1])
    return names
