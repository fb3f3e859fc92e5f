import json
import math


def event_line(station, place, value):
    """Return the event as one line of JSON, or raise ValueError for a value that is not finite."""
    if value is not None and not math.isfinite(value):
        raise ValueError("value is not finite")
    event = {"station": station, "place": place, "value": value}
    return json.dumps(event, ensure_ascii=False, separators=(",", ":"))
