/** Returns the booking as one line for the receptionist. */
export function bookingLine(booking) {
  const name = booking.guest.name;
  const room = booking.room;
  const nights = booking.nights;
  let cents = 0;
  for (const night of nights) {
    cents += night.cents;
  }

  const guest = `${name.last}, ${name.first}`;
  const place = `room ${room.number} (${room.beds.length} beds)`;
  return `${guest}: ${place}, from ${nights[0].date}, ${nights.length} nights, ${cents} cents`;
}
