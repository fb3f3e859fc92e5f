/** Returns the place at which the bell rings, or null. */
export function firstAlarm(readings, limit, inARow) {
  for (const [place, reading] of readings.entries()) {
    if (reading > limit) {
      return place;
    }
  }
  return null;
}
