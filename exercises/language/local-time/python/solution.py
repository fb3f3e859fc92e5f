from datetime import datetime, timezone


def local_time(seconds, offset):
    """Return date, time and offset as a clock with this offset (in minutes) shows them."""
    wall = datetime.fromtimestamp(seconds + offset * 60, tz=timezone.utc)
    sign = "+" if offset >= 0 else "-"
    hours, minutes = divmod(abs(offset), 60)
    return wall.strftime("%Y-%m-%d %H:%M") + f" {sign}{hours:02}:{minutes:02}"
