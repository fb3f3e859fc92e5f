/** Returns the event of a line, or null if there is none. */
function readEvent(line) {
  try {
    const event = JSON.parse(line);
    return typeof event?.user === "string" ? event : null;
  } catch {
    return null;
  }
}

/** Returns events and slowest for each user of the log, and how many lines were skipped. */
export function activity(log) {
  const users = {};
  let skipped = 0;
  for (const line of log.split("\n")) {
    if (line.trim() === "") {
      continue;
    }
    const event = readEvent(line);
    if (event === null) {
      skipped += 1;
      continue;
    }

    if (!Object.hasOwn(users, event.user)) {
      users[event.user] = { events: 0, slowest: null };
    }
    const user = users[event.user];
    user.events += 1;
    const ms = event.ms ?? null;
    if (ms !== null && (user.slowest === null || ms > user.slowest)) {
      user.slowest = ms;
    }
  }
  return { users: users, skipped: skipped };
}
