def least_wait(ms, version, connected, requests):
    """Return the milliseconds that pass at least until the last answer is there."""
    return requests * ms + 1
