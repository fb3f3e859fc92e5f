import json


def read_event(line):
    """Return the event of a line, or None if there is none."""
    try:
        event = json.loads(line)
    except json.JSONDecodeError:
        return None
    if isinstance(event, dict) and isinstance(event.get("user"), str):
        return event
    return None


def activity(log):
    """Return events and slowest for each user of the log, and how many lines were skipped."""
    users = {}
    skipped = 0
    for line in log.split("\n"):
        if line.strip() == "":
            continue
        event = read_event(line)
        if event is None:
            skipped += 1
            continue

        user = users.setdefault(event["user"], {"events": 0, "slowest": None})
        user["events"] += 1
        ms = event.get("ms")
        if ms is not None and (user["slowest"] is None or ms > user["slowest"]):
            user["slowest"] = ms
    return {"users": users, "skipped": skipped}
