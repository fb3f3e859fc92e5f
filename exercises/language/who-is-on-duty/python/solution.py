def on_duty(hour, holiday):
    """Return which shift is called at this hour."""
    if hour >= 22 or hour < 6:
        return "night"
    if holiday:
        return "standby"
    if hour < 14:
        return "early"
    return "late"
