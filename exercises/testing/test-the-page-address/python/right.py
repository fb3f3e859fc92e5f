import re


def slug(title):
    words = re.sub(r"[^a-z0-9]+", "-", title.lower())
    words = words.strip("-")
    words = words[:30].rstrip("-")
    return words or "untitled"
