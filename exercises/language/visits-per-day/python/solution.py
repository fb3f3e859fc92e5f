from datetime import datetime, timezone


def offset_at(zone, seconds):
    """Return the zone's offset in minutes at this moment."""
    offset = zone["first"]
    for change in zone["changes"]:
        if change["at"] <= seconds:
            offset = change["offset"]
    return offset


def local_date(zone, seconds):
    """Return the date in the zone at this moment, such as "2026-03-29"."""
    wall = seconds + offset_at(zone, seconds) * 60
    return datetime.fromtimestamp(wall, tz=timezone.utc).strftime("%Y-%m-%d")


def visits_per_day(zone, visits):
    """Return pairs of local date and number of visits, sorted by date."""
    days = {}
    for seconds in visits:
        day = local_date(zone, seconds)
        days[day] = days.get(day, 0) + 1
    return [[day, count] for day, count in sorted(days.items())]
