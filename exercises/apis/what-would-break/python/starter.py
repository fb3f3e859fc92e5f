def breaking_changes(old, new):
    """List what would break clients that work with the old description."""
    changes = []
    for where in ["request", "response"]:
        for field in old[where]:
            if field not in new[where]:
                changes.append({"where": where, "field": field, "why": "removed"})
    return changes
