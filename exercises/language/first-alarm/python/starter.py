def first_alarm(readings, limit, in_a_row):
    """Return the place at which the bell rings, or None."""
    for place, reading in enumerate(readings):
        if reading > limit:
            return place
    return None
