def numbers(version):
    return tuple(int(part) for part in version.split("."))


def concerns(advisory, package):
    if advisory["name"].lower() != package["name"].lower():
        return False
    version = numbers(package["version"])
    if version < numbers(advisory["introduced"]):
        return False
    return advisory["fixed"] is None or version < numbers(advisory["fixed"])


def fix_for(advisories):
    """Return the version that ends all of these advisories, or None if there is none."""
    fixes = [advisory["fixed"] for advisory in advisories]
    return None if None in fixes else max(fixes, key=numbers)


def affected(locked, advisories):
    """Return the advisories that concern the locked packages."""
    found = []
    for package in locked:
        concerning = [advisory for advisory in advisories if concerns(advisory, package)]
        for advisory in concerning:
            found.append({
                "id": advisory["id"],
                "name": package["name"],
                "version": package["version"],
                "fix": fix_for(concerning),
                "direct": package["direct"],
            })
    return sorted(found, key=lambda entry: (not entry["direct"], entry["name"], entry["id"]))
