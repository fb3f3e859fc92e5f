def ranking(schools, top):
    """Return the schools with a place up to top, best first; equal distances share a place."""
    ordered = sorted(schools, key=lambda school: (-school["km"], school["name"]))
    rows = []
    place = 0
    last_km = None
    for i, school in enumerate(ordered):
        if school["km"] != last_km:
            place = i + 1
            last_km = school["km"]
        if place > top:
            break
        rows.append({"place": place, "name": school["name"], "km": school["km"]})
    return rows
