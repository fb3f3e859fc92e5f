def breaking_changes(old, new):
    """List what would break clients that work with the old description."""
    changes = []
    # A request breaks by what is asked for now, so the new fields are looked through.
    for field, now in sorted(new["request"].items()):
        before = old["request"].get(field)
        if before and before["type"] != now["type"]:
            changes.append({"where": "request", "field": field, "why": "type"})
        elif now["required"] and not (before and before["required"]):
            changes.append({"where": "request", "field": field, "why": "required"})
    # A response breaks by what is lost, so the old fields are looked through.
    for field, before in sorted(old["response"].items()):
        now = new["response"].get(field)
        if now is None:
            changes.append({"where": "response", "field": field, "why": "removed"})
        elif before["type"] != now["type"]:
            changes.append({"where": "response", "field": field, "why": "type"})
        elif before["required"] and not now["required"]:
            changes.append({"where": "response", "field": field, "why": "optional"})
    return changes
