import json


def activity(log):
    """Return events and slowest for each user of the log, and how many lines were skipped."""
    users = {}
    for line in log.split("\n"):
        event = json.loads(line)
        users[event["user"]] = {"events": 1, "slowest": event["ms"]}
    return {"users": users, "skipped": 0}
