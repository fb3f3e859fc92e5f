"""Plays the auditor who has the table in his hands."""

import copy
import hashlib

EVENTS = [(1000, "ines", "released bag 7"), (1060, "bo", "moved bag 7"), (1120, "ines", "released bag 8"), (1180, "bo", "discarded bag 8")]


def trail(subject, events=EVENTS):
    for event in events:
        subject.call("append", *event)
    return subject.call("entries"), subject.call("head")


def honest(subject):
    assert subject.call("verify", [], {"count": 0, "mac": ""}) is True, "an empty trail is whole"
    assert subject.call("head") == {"count": 0, "mac": ""}, "the head of an empty trail"
    entries, head = trail(subject, EVENTS[:2])
    assert subject.call("verify", entries, head) is True, "two honest entries were not accepted"
    entries, later = trail(subject, EVENTS[2:])
    assert subject.call("verify", entries, later) is True, "four honest entries were not accepted"
    assert subject.call("verify", entries, head) is True, "entries that came after the head was kept were not accepted"
    assert subject.call("verify", entries, {"count": 0, "mac": ""}) is True, "a head that was kept before the first entry"


def notices(subject, entries, head, what):
    assert subject.call("verify", entries, head) is False, f"it was not noticed that {what}"


def clumsy(subject):
    entries, head = trail(subject)
    for field, value in (("actor", "mallory"), ("action", "released bag 9"), ("time", 999)):
        changed = copy.deepcopy(entries)
        changed[1][field] = value
        notices(subject, changed, head, f"{field} was changed")


def recomputed(subject):
    entries, head = trail(subject)
    for place in (1, 3):
        changed = copy.deepcopy(entries)
        changed[place]["actor"] = "mallory"
        before = changed[place - 1]["mac"]
        parts = [str(changed[place][name]) for name in ("number", "time", "actor", "action")]
        for text in ("\n".join(parts), "\n".join([before, *parts])):
            changed[place]["mac"] = hashlib.sha256(text.encode()).hexdigest()
            notices(subject, changed, head, "an entry was changed and its checksum computed without the key")


def removed(subject):
    entries, head = trail(subject)
    notices(subject, entries[1:], head, "the first entry is missing")
    notices(subject, entries[:1] + entries[2:], head, "the second entry is missing")
    renumbered = copy.deepcopy(entries[:1] + entries[2:])
    for number, entry in enumerate(renumbered, 1):
        entry["number"] = number
    notices(subject, renumbered, {"count": 3, "mac": head["mac"]}, "the second entry is missing and the others were renumbered")


def cut(subject):
    entries, head = trail(subject)
    notices(subject, entries[:3], head, "the last entry is missing")
    notices(subject, [], head, "all entries are missing")


def moved(subject):
    entries, head = trail(subject)
    notices(subject, [entries[0], entries[2], entries[1], entries[3]], head, "two entries were swapped")
    notices(subject, entries[:2] + entries[1:], head, "an entry is there twice")


def rewritten(subject):
    entries, head = trail(subject)
    other = {"count": 4, "mac": "0" * 64}
    notices(subject, entries, other, "the fourth entry is not the one that was kept")
    notices(subject, entries, {"count": 2, "mac": head["mac"]}, "the kept checksum belongs to another number")
    notices(subject, entries, {"count": 5, "mac": head["mac"]}, "five entries were kept, and four are there")
