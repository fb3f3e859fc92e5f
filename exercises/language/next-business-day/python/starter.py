from datetime import date, timedelta


def next_business_day(day, holidays):
    """Return the first day after the given one that is neither on a weekend nor a holiday."""
    current = date.fromisoformat(day)
    return current.isoformat()
