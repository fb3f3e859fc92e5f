/** Returns the event in the form of text/event-stream. */
export function writeEvent({ id, event, data }) {
  if (/[\r\n\0]/.test(id ?? "") || /[\r\n]/.test(event ?? "")) {
    throw new RangeError("a sign in id or event would damage the stream");
  }
  const lines = data.split(/\r\n|\n|\r/).map((line) => `data: ${line}`);
  if (event !== undefined) {
    lines.unshift(`event: ${event}`);
  }
  if (id !== undefined) {
    lines.unshift(`id: ${id}`);
  }
  return lines.join("\n") + "\n\n";
}
