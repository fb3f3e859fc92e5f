def ride_price(minutes, rate=15, unlock=100):
    """Return the price of a ride in cents."""
    return unlock + rate * minutes
