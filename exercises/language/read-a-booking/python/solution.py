def booking_line(booking):
    """Return the booking as one line for the receptionist."""
    name = booking["guest"]["name"]
    room = booking["room"]
    nights = booking["nights"]
    cents = 0
    for night in nights:
        cents += night["cents"]

    guest = f"{name['last']}, {name['first']}"
    place = f"room {room['number']} ({len(room['beds'])} beds)"
    return f"{guest}: {place}, from {nights[0]['date']}, {len(nights)} nights, {cents} cents"
