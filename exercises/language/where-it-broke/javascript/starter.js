/** Returns the error, its message and the innermost place in our own folder. */
export function where(traceback, folder) {
  const lines = traceback.split("\n");
  return { error: lines.at(-1), message: "", place: null };
}
