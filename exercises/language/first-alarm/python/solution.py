def first_alarm(readings, limit, in_a_row):
    """Return the place at which the bell rings, or None."""
    row = 0
    for place, reading in enumerate(readings):
        if reading is None:
            continue
        if reading > limit:
            row += 1
        else:
            row = 0
        if row == in_a_row:
            return place
    return None
