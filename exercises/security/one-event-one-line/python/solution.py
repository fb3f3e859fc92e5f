import json
import re

LONGEST = 200
LEFT_BY_JSON = re.compile("[\x08\x0c\x7f-\x9f\u2028\u2029]")


def quoted(text):
    """Return the text as a JSON string without any control sign in it."""
    if len(text) > LONGEST:
        text = text[:LONGEST] + "…"
    parts = LEFT_BY_JSON.split(text)
    signs = LEFT_BY_JSON.findall(text)
    written = [json.dumps(part, ensure_ascii=False)[1:-1] for part in parts]
    escaped = [f"\\u{ord(sign):04x}" for sign in signs]
    return '"' + "".join(part + sign for part, sign in zip(written, escaped + [""])) + '"'


def line(time, event, fields):
    """Return the line of the log for one event."""
    parts = [time, event]
    for name, value in fields:
        shown = quoted(value) if isinstance(value, str) else json.dumps(value)
        parts.append(f"{name}={shown}")
    return " ".join(parts)
