/** Returns a whole HTTP/1.1 response as one text. */
export function writeResponse(status, reason, fields, body) {
  const lines = [`HTTP/1.1 ${status} ${reason}`];
  for (const [name, value] of fields) {
    lines.push(`${name}: ${value}`);
  }
  lines.push(`Content-Length: ${body.length}`);
  return lines.join("\n") + "\n" + body;
}
