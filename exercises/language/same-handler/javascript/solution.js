const error = (status, message) => ({ status: status, body: { error: message } });

/** Returns status and body for one request to the tool club. */
export function handle(method, path, stock) {
  const [start, tools, name, loans, ...more] = path.split("/");
  if (start !== "" || tools !== "tools" || !name || more.length > 0) {
    return error(404, "not found");
  }
  if (loans !== undefined && loans !== "loans") {
    return error(404, "not found");
  }
  if (method !== (loans === "loans" ? "POST" : "GET")) {
    return error(405, "method not allowed");
  }
  if (!Object.hasOwn(stock, name)) {
    return error(404, "no such tool");
  }

  const left = stock[name];
  if (method === "GET") {
    return { status: 200, body: { name: name, left: left } };
  }
  if (left === 0) {
    return error(409, "none left");
  }
  return { status: 201, body: { name: name, left: left - 1 } };
}
