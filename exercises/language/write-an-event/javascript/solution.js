/** Returns the event as one line of JSON, or throws a RangeError for a value that is not finite. */
export function eventLine(station, place, value) {
  if (value !== null && !Number.isFinite(value)) {
    throw new RangeError("value is not finite");
  }
  return JSON.stringify({ station: station, place: place, value: value });
}
