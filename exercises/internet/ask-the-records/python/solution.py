def ask(records, name, type):
    """Return the values for this name and type, or None if there is no such name."""
    seen = []
    while name not in seen:
        seen.append(name)
        found = [record for record in records if record["name"] == name]
        if not found:
            return None
        alias = [record["value"] for record in found if record["type"] == "CNAME"]
        if not alias or type == "CNAME":
            return [record["value"] for record in found if record["type"] == type]
        name = alias[0]
    return None
