def affected(locked, advisories):
    """Return the advisories that concern the locked packages."""
    found = []
    for package in locked:
        for advisory in advisories:
            if package["name"] == advisory["name"] and package["version"] < (advisory["fixed"] or ""):
                found.append({"id": advisory["id"], "name": package["name"]})
    return found
