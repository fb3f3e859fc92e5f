def driving(km):
    """Return what is paid for a drive, in cents."""
    return 30 * km


def meals(days):
    """Return what is paid for days away, in cents."""
    return 2800 * days


def claim(customer, km, days):
    """Return the line of a claim: both amounts and their sum."""
    road = driving(km)
    table = meals(days)
    return f"{customer}: {road} + {table} = {road + table} cents"
