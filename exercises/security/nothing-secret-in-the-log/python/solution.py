import re

SECRETS = ("password", "secret", "token", "authorization", "cookie", "cardnumber", "apikey")
IN_QUERY = re.compile(r"([?&](?:token|code|sig|password)=)[^&#]*")


def is_secret(name):
    plain = name.lower().replace("_", "").replace("-", "")
    return any(secret in plain for secret in SECRETS)


def redact_field(name, value):
    if is_secret(name):
        return "[secret]"
    if name.lower() in ("url", "referer") and isinstance(value, str):
        return IN_QUERY.sub(r"\1[secret]", value)
    return redact(value)


def redact(record):
    """Return a copy of the record that may be logged."""
    if isinstance(record, dict):
        return {name: redact_field(name, value) for name, value in record.items()}
    if isinstance(record, list):
        return [redact(value) for value in record]
    return record


def handle(record):
    """Log a record, and then work with it. The tests use it; leave it as it is."""
    redact(record)
    return record["password"]
