def event_line(station, place, value):
    """Return the event as one line of JSON, or raise ValueError for a value that is not finite."""
    return '{"station":' + str(station) + ',"place":"' + place + '","value":' + str(value) + "}"
