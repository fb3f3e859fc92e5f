function toMinutes(time) {
  const [hours, minutes] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

function toText(minutes) {
  const twoDigits = (number) => String(number).padStart(2, "0");
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

/** Returns the free stretches of at least this many minutes, in order. */
export function freeSlots(opens, closes, bookings, minutes) {
  const first = toMinutes(opens);
  const last = toMinutes(closes);
  // Cut to the opening hours; what lies outside becomes empty.
  const cut = (time) => Math.min(Math.max(toMinutes(time), first), last);
  const taken = bookings.map(([start, end]) => [cut(start), cut(end)]).toSorted((a, b) => a[0] - b[0]);

  const slots = [];
  let freeFrom = first;
  for (const [start, end] of [...taken, [last, last]]) {
    if (start - freeFrom >= minutes) {
      slots.push([toText(freeFrom), toText(start)]);
    }
    freeFrom = Math.max(freeFrom, end);
  }
  return slots;
}
