/** Returns the parts of a request, or throws new Error("bad request"). */
export function parseRequest(text) {
  const end = text.indexOf("\r\n\r\n");
  if (end === -1) {
    throw new Error("bad request");
  }
  const head = text.slice(0, end);
  const body = text.slice(end + 4);
  const lines = head.split("\r\n");

  const parts = lines[0].split(" ");
  if (parts.length !== 3 || parts.includes("")) {
    throw new Error("bad request");
  }
  const [method, target, version] = parts;

  const headers = {};
  for (const line of lines.slice(1)) {
    const colon = line.indexOf(":");
    if (colon === -1) {
      throw new Error("bad request");
    }
    let name = line.slice(0, colon);
    if (name !== name.trimEnd()) {
      throw new Error("bad request");
    }
    name = name.toLowerCase();
    let value = line.slice(colon + 1).trim();
    if (Object.hasOwn(headers, name)) {
      value = headers[name] + ", " + value;
    }
    headers[name] = value;
  }

  return { method, target, version, headers, body };
}
