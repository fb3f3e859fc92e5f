def redact(record):
    """Return a copy of the record that may be logged."""
    copy = dict(record)
    if "password" in copy:
        copy["password"] = "[secret]"
    return copy


def handle(record):
    """Log a record, and then work with it. The tests use it; leave it as it is."""
    redact(record)
    return record["password"]
