"""Reads answers as a stranger does, and the log as whoever is on duty."""

import json

INSIDE = ["db.internal", "tulip-mania", "SELECT", "parcels_2026", "connect", "Traceback", "undefined", "main.", "Error"]


def broken(subject, number="2000"):
    answer = subject.call("handle", "/parcels", {"number": number})
    assert answer["status"] == 500, f"the status is {answer['status']}"
    return answer["body"]


def log_knows(subject):
    broken(subject)
    text = "\n".join(subject.call("log"))
    assert "could not connect" in text, "the log does not say what went wrong"


def tells_nothing(subject):
    body = broken(subject)
    shown = json.dumps(body)
    for part in INSIDE:
        assert part not in shown, f"the answer shows {part!r}: {shown[:160]}"
    assert body.get("error") == "internal error", f"the error is {body.get('error')!r}"
    assert set(body) == {"error", "incident"}, f"the body has the fields {sorted(body)}"


def another_error(subject):
    for number in ("3000", "4000"):
        body = broken(subject, number)
        assert set(body) == {"error", "incident"}, f"for another kind of error the body has the fields {sorted(body)}"
        assert body["error"] == "internal error", f"for another kind of error it says {body['error']!r}"


def can_be_found(subject):
    incidents = [str(broken(subject).get("incident", "")) for _ in range(5)]
    assert all(len(incident) >= 8 for incident in incidents), "an incident has less than 8 signs"
    assert len(set(incidents)) == 5, "two answers had the same incident"
    lines = subject.call("log")
    assert len(lines) == 5, f"five errors wrote {len(lines)} lines"
    assert not any("\n" in line or "\r" in line for line in lines), "a line of the log has a line break in it"
    for incident in incidents:
        found = [line for line in lines if incident in line]
        assert len(found) == 1, f"the incident stands in {len(found)} lines of the log"
        for part in ("OperationalError", "could not connect", "SELECT place"):
            assert part in found[0], f"the line of the log lacks {part!r}"
