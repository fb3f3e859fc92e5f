/** Returns the error, its message and the innermost place in our own folder. */
export function where(traceback, folder) {
  const lines = traceback.trim().split("\n");
  const [error, ...message] = lines.at(-1).split(": ");
  const ours = `  File "${folder}`;
  let place = null;
  for (const line of lines) {
    if (line.startsWith(ours)) {
      const [path, rest] = line.slice(ours.length).split('", line ');
      place = `${path}:${rest.split(",")[0]}`;
    }
  }
  return { error: error, message: message.join(": "), place: place };
}
