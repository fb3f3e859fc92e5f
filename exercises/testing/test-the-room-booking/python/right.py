def is_free(bookings, start, end):
    for booked_start, booked_end in bookings:
        if start < booked_end and booked_start < end:
            return False
    return True
