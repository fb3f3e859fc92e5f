export function isFree(bookings, start, end) {
  for (const [bookedStart, bookedEnd] of bookings) {
    if (start < bookedEnd && bookedStart < end) {
      return false;
    }
  }
  return true;
}
