/** Returns the milliseconds that pass at least until the last answer is there. */
export function leastWait(ms, version, connected, requests) {
  return requests * ms + 1;
}
