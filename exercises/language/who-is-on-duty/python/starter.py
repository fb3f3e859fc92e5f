def on_duty(hour, holiday):
    """Return which shift is called at this hour."""
    if hour >= 22 and hour < 6:
        return "night"
    return "early"
