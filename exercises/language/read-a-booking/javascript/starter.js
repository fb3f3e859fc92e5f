/** Returns the booking as one line for the receptionist. */
export function bookingLine(booking) {
  const name = booking.guest.name;
  return `${name}: room ${booking.room}`;
}
