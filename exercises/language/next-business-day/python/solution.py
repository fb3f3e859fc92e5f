from datetime import date, timedelta


def next_business_day(day, holidays):
    """Return the first day after the given one that is neither on a weekend nor a holiday."""
    current = date.fromisoformat(day) + timedelta(days=1)
    while current.weekday() >= 5 or current.isoformat() in holidays:
        current += timedelta(days=1)
    return current.isoformat()
