from datetime import datetime, timezone


def offset_at(zone, seconds):
    """Return the zone's offset in minutes at this moment."""
    return zone["first"]


def visits_per_day(zone, visits):
    """Return pairs of local date and number of visits, sorted by date."""
    days = {}
    for seconds in visits:
        day = datetime.fromtimestamp(seconds, tz=timezone.utc).strftime("%Y-%m-%d")
        days[day] = 1
    return list(days.items())
