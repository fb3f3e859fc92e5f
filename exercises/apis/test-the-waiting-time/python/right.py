REPEAT = {0, 429, 502, 503, 504}
HEEDS_FIELD = {429, 503}


def waiting_time(status, retry_after, attempt):
    if status not in REPEAT or attempt >= 5:
        return None
    if status in HEEDS_FIELD and retry_after is not None:
        return retry_after if retry_after <= 120 else None
    return 2 ** (attempt - 1)
