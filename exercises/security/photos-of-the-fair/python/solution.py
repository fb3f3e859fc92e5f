import re
import secrets

LARGEST = 2000
LONGEST_NAME = 80
KINDS = [
    (b"\xff\xd8\xff", ".jpg", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", ".png", "image/png"),
]


def kind_of(content):
    """Return the ending and type that fit the content."""
    for beginning, ending, type in KINDS:
        if content.startswith(beginning):
            return ending, type
    raise ValueError("this is neither a JPEG nor a PNG")


def name_for_people(name):
    last = re.split(r"[/\\]", name)[-1]
    plain = re.sub("[\x00-\x1f\x7f]", "", last).strip(" ")
    return plain[:LONGEST_NAME] or "photo"


def accept(name, content):
    """Return where a photo is written and how it is shown and served."""
    if len(content) > LARGEST:
        raise ValueError(f"a photo has at most {LARGEST} bytes")
    ending, type = kind_of(content)
    return {
        "path": f"/srv/photos/{secrets.token_hex(16)}{ending}",
        "type": type,
        "shown": name_for_people(name),
        "headers": {"Content-Type": type, "X-Content-Type-Options": "nosniff", "Content-Disposition": "inline"},
    }
