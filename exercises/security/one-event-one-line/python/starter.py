import json


def line(time, event, fields):
    """Return the line of the log for one event."""
    parts = [time, event]
    for name, value in fields:
        shown = value if isinstance(value, str) else json.dumps(value)
        parts.append(f"{name}={shown}")
    return " ".join(parts)
