/** Returns the ids that came more than once, in the order of their second delivery. */
export function deliveredTwice(eventIds) {
  const count = new Map();
  const twice = [];
  for (const eventId of eventIds) {
    count.set(eventId, (count.get(eventId) ?? 0) + 1);
    if (count.get(eventId) === 2) {
      twice.push(eventId);
    }
  }
  return twice;
}
