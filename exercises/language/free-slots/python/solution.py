def to_minutes(time):
    hours, minutes = time.split(":")
    return int(hours) * 60 + int(minutes)


def to_text(minutes):
    return f"{minutes // 60:02}:{minutes % 60:02}"


def free_slots(opens, closes, bookings, minutes):
    """Return the free stretches of at least this many minutes, in order."""
    first, last = to_minutes(opens), to_minutes(closes)
    taken = []
    for start, end in bookings:
        # Cut to the opening hours; what lies outside becomes empty.
        taken.append([min(max(to_minutes(time), first), last) for time in (start, end)])

    slots = []
    free_from = first
    for start, end in sorted(taken) + [[last, last]]:
        if start - free_from >= minutes:
            slots.append([to_text(free_from), to_text(start)])
        free_from = max(free_from, end)
    return slots
