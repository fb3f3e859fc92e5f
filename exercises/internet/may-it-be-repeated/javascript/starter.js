/** Says whether a program may send this request again on its own. */
export function mayRepeat(method, outcome, repeated) {
  // Reading may be repeated. What about the rest, and the outcome?
  return method === "GET";
}
