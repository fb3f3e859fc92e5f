/** Counts the bytes of a text in UTF-8. */
function byteLength(text) {
  return encodeURIComponent(text).replace(/%../g, "x").length;
}

/** Returns a whole HTTP/1.1 response as one text. */
export function writeResponse(status, reason, fields, body) {
  const lines = [`HTTP/1.1 ${status} ${reason}`];
  for (const [name, value] of fields) {
    if (name.toLowerCase() !== "content-length") {
      lines.push(`${name}: ${value}`);
    }
  }
  lines.push(`Content-Length: ${byteLength(body)}`);
  return lines.join("\r\n") + "\r\n\r\n" + body;
}
