/** Returns the place at which the bell rings, or null. */
export function firstAlarm(readings, limit, inARow) {
  let row = 0;
  for (const [place, reading] of readings.entries()) {
    if (reading === null) {
      continue;
    }
    row = reading > limit ? row + 1 : 0; // row + 1 if it is warm, otherwise 0
    if (row === inARow) {
      return place;
    }
  }
  return null;
}
