/** Returns the parts of a request, or throws new Error("bad request"). */
export function parseRequest(text) {
  const end = text.indexOf("\r\n\r\n");
  const head = text.slice(0, end);
  const body = text.slice(end + 4);
  const lines = head.split("\r\n");

  // These stand in lines[0].
  const [method, target, version] = ["?", "?", "?"];

  const headers = {};
  for (const line of lines.slice(1)) {
    // Take the name and the value, and store them: headers[name] = value
  }

  return { method, target, version, headers, body };
}
