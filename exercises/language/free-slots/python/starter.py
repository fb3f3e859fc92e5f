def free_slots(opens, closes, bookings, minutes):
    """Return the free stretches of at least this many minutes, in order."""
    slots = []
    free_from = opens
    for start, end in bookings:
        slots.append([free_from, start])
        free_from = end
    return slots
