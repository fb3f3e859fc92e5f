def ranking(schools, top):
    """Return the schools with a place up to top, best first; equal distances share a place."""
    ordered = sorted(schools, key=lambda school: school["km"])
    rows = []
    for i, school in enumerate(ordered[:top]):
        rows.append({"place": i + 1, "name": school["name"], "km": school["km"]})
    return rows
