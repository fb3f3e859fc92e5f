/** Returns the ids that came more than once, in the order of their second delivery. */
export function deliveredTwice(eventIds) {
  const twice = [];
  for (const [place, eventId] of eventIds.entries()) {
    const cameBefore = eventIds.slice(0, place).includes(eventId);
    if (cameBefore && !twice.includes(eventId)) {
      twice.push(eventId);
    }
  }
  return twice;
}
