"""Hands a record over, and asks for it once more."""


def leaves_the_record(subject):
    record = {"user": "ines", "password": "comfrey-12", "list": [1, 2]}
    first = subject.call("redact", record)
    second = subject.call("redact", first)
    assert first == {"user": "ines", "password": "[secret]", "list": [1, 2]}, f"came: {first!r}"
    assert second == first, "what was redacted once changed when it was redacted again"
    got = subject.call("handle", record)
    assert got == "comfrey-12", "after redacting, the handler no longer finds the password in the record"
