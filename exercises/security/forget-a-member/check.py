"""Reads a copy of the database."""


def table(subject, name):
    return [row for row in subject.call("dump") if row.startswith(name + "|")]


def forgotten(subject):
    assert subject.call("forget", 7) is True, "member 7 was there, and forget did not say so"


def holds(rows, *parts):
    return [row for row in rows for part in parts if part.lower() in row.lower()]


def nobody(subject):
    before = subject.call("dump")
    for number in (99, 0):
        assert subject.call("forget", number) is False, f"there is no member {number}"
    assert subject.call("dump") == before, "forgetting nobody changed something"


def accounts(subject):
    forgotten(subject)
    kept = sorted((row.split("|")[3], row.split("|")[4]) for row in table(subject, "payments"))
    assert kept == [("12000", "2024"), ("12500", "2025"), ("9000", "2025")], f"of the payments is left: {kept!r}"


def others(subject):
    before = [row for row in subject.call("dump") if "|7|" not in row]
    forgotten(subject)
    after = subject.call("dump")
    for row in before:
        if "ines" not in row.lower():
            assert row in after, f"lost or changed: {row}"
    assert "messages|4|9|Who takes the oars? Inessa has two." in after, "Inessa is somebody else: only the whole name is removed"


def row(subject):
    forgotten(subject)
    left = holds(table(subject, "members"), "ines", "|7|")
    assert not left, f"still there: {left[0]}"


def other_tables(subject):
    forgotten(subject)
    for name in ("newsletter", "notes", "searches"):
        left = holds(table(subject, name), "ines@", "|7|")
        assert not left, f"still there: {left[0]}"


def payments(subject):
    forgotten(subject)
    left = holds(table(subject, "payments"), "ines", "|7|")
    assert not left, f"still there: {left[0]}"
    assert len(holds(table(subject, "payments"), "|None|former member|", "|null|former member|")) == 2, f"the payments are {table(subject, 'payments')!r}"


def messages(subject):
    forgotten(subject)
    rows = table(subject, "messages")
    left = holds(rows, "ines (cox)", "ines@", "|7|")
    assert not left, f"still there: {left[0]}"
    assert "messages|2|8|Thanks [removed]! Write to [removed] or call [removed]." in rows, f"the messages are {rows!r}"


def log(subject):
    forgotten(subject)
    left = holds(table(subject, "log"), "ines@")
    assert not left, f"still there: {left[0]}"
    assert "log|1|login [removed] ok" in table(subject, "log"), f"the log is {table(subject, 'log')!r}"
