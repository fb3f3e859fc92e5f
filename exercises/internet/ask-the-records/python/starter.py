def ask(records, name, type):
    """Return the values for this name and type, or None if there is no such name."""
    values = []
    for record in records:
        if record["name"] == name:
            values.append(record["value"])
    return values
