from datetime import datetime, timezone


def local_time(seconds, offset):
    """Return date, time and offset as a clock with this offset (in minutes) shows them."""
    wall = datetime.fromtimestamp(seconds, tz=timezone.utc)
    return wall.strftime("%Y-%m-%d %H:%M") + f" +{offset}"
