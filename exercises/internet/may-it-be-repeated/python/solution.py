IDEMPOTENT = ["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"]


def may_repeat(method, outcome, repeated):
    """Say whether a program may send this request again on its own."""
    if repeated or outcome == "answered":
        return False
    if outcome == "not_sent":
        return True
    return method in IDEMPOTENT
