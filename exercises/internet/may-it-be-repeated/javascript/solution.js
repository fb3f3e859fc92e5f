const IDEMPOTENT = ["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"];

/** Says whether a program may send this request again on its own. */
export function mayRepeat(method, outcome, repeated) {
  if (repeated || outcome === "answered") {
    return false;
  }
  if (outcome === "not_sent") {
    return true;
  }
  return IDEMPOTENT.includes(method);
}
