/** Returns the milliseconds that pass at least until the last answer is there. */
export function leastWait(ms, version, connected, requests) {
  if (requests === 0) {
    return 0;
  }
  let roundTrips = requests;
  if (!connected) {
    roundTrips = roundTrips + (version === "HTTP/3" ? 1 : 2);
  }
  return roundTrips * ms;
}
