// The first of these that was found decides.
const PROBLEMS = [
  ["no_such_path", 404],
  ["wrong_method", 405],
  ["not_logged_in", 401],
  ["not_allowed", 403],
  ["not_found", 404],
  ["unreadable", 400],
  ["invalid", 422],
  ["conflict", 409],
];
const DONE = { read: 200, changed: 200, created: 201, accepted: 202, deleted: 204 };

/** Returns the status code for what a handler found out. */
export function chooseStatus(problems, done) {
  for (const [problem, code] of PROBLEMS) {
    if (problems.includes(problem)) {
      return code;
    }
  }
  if (problems.length > 0) {
    return 500;
  }
  return DONE[done];
}
