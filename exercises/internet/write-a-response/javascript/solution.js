/** Returns a whole HTTP/1.1 response as one text. */
export function writeResponse(status, reason, fields, body) {
  const lines = [`HTTP/1.1 ${status} ${reason}`];
  for (const [name, value] of fields) {
    if (name.toLowerCase() !== "content-length") {
      lines.push(`${name}: ${value}`);
    }
  }
  const length = new TextEncoder().encode(body).length;
  lines.push(`Content-Length: ${length}`);
  return lines.join("\r\n") + "\r\n\r\n" + body;
}
