/** Returns date, time and offset as a clock with this offset (in minutes) shows them. */
export function localTime(seconds, offset) {
  const wall = new Date(seconds);
  return `${wall.toISOString()} +${offset}`;
}
