/** Returns one line for each guest who is in the house. */
export function fireList(hotel) {
  const lines = [];
  for (const floor of hotel.floors) {
    for (const room of floor.rooms) {
      for (const guest of room.guests) {
        if (!guest.out) {
          lines.push(`floor ${floor.level}, room ${room.number}: ${guest.name}`);
        }
      }
    }
  }
  return lines;
}
