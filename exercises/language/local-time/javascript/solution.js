const twoDigits = (number) => String(number).padStart(2, "0");

/** Returns date, time and offset as a clock with this offset (in minutes) shows them. */
export function localTime(seconds, offset) {
  const wall = new Date((seconds + offset * 60) * 1000).toISOString();
  const sign = offset >= 0 ? "+" : "-";
  const minutes = Math.abs(offset);
  const shown = `${sign}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
  return `${wall.slice(0, 10)} ${wall.slice(11, 16)} ${shown}`;
}
