/** Returns the event in the form of text/event-stream. */
export function writeEvent({ id, event, data }) {
  return `${id ? `id: ${id}\n` : ""}${event ? `event: ${event}\n` : ""}data: ${data}\n`;
}
