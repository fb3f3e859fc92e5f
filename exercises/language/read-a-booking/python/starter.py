def booking_line(booking):
    """Return the booking as one line for the receptionist."""
    name = booking["guest"]["name"]
    return f"{name}: room {booking['room']}"
