export function deliveredTwice(eventIds) {
  const reported = new Set();
  const twice = [];
  for (const [place, eventId] of eventIds.entries()) {
    if (eventIds.indexOf(eventId) < place && !reported.has(eventId)) {
      reported.add(eventId);
      twice.push(eventId);
    }
  }
  return twice;
}
