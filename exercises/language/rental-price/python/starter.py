def ride_price(minutes):
    """Return the price of a ride in cents."""
    print(100 + 15 * minutes)
