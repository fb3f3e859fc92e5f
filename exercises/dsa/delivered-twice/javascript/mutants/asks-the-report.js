export function deliveredTwice(eventIds) {
  const seen = new Set();
  const twice = [];
  for (const eventId of eventIds) {
    if (seen.has(eventId) && !twice.includes(eventId)) {
      twice.push(eventId);
    }
    seen.add(eventId);
  }
  return twice;
}
