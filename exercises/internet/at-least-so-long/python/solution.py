def least_wait(ms, version, connected, requests):
    """Return the milliseconds that pass at least until the last answer is there."""
    if requests == 0:
        return 0
    round_trips = requests
    if not connected:
        round_trips = round_trips + (1 if version == "HTTP/3" else 2)
    return round_trips * ms
