/** Returns the free stretches of at least this many minutes, in order. */
export function freeSlots(opens, closes, bookings, minutes) {
  const slots = [];
  let freeFrom = opens;
  for (const [start, end] of bookings) {
    slots.push([freeFrom, start]);
    freeFrom = end;
  }
  return slots;
}
