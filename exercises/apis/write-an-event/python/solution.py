import re


def write_event(event):
    """Return the event in the form of text/event-stream."""
    lines = []
    for field, forbidden in [("id", "\r\n\0"), ("event", "\r\n")]:
        value = event.get(field)
        if value is None:
            continue
        if any(sign in value for sign in forbidden):
            raise ValueError(f"a sign in {field} would damage the stream")
        lines.append(f"{field}: {value}")
    lines += [f"data: {line}" for line in re.split(r"\r\n|\n|\r", event["data"])]
    return "\n".join(lines) + "\n\n"
