type Answer = { status: number; body: Record<string, string | number> };
type Route = { name: string; allowed: "GET" | "POST" };

function error(status: number, message: string): Answer {
  return { status, body: { error: message } };
}

/** Returns the tool that a path names and the method that it allows, or null if it is neither of our paths. */
function route(path: string): Route | null {
  const parts = path.split("/");
  if (parts[0] !== "" || parts[1] !== "tools" || !parts[2]) {
    return null;
  }
  if (parts.length === 3) {
    return { name: parts[2], allowed: "GET" };
  }
  if (parts.length === 4 && parts[3] === "loans") {
    return { name: parts[2], allowed: "POST" };
  }
  return null;
}

/** Returns status and body for one request to the tool club. */
export function handle(method: string, path: string, stock: Record<string, number>): Answer {
  const found = route(path);
  if (found === null) {
    return error(404, "not found");
  }
  if (method !== found.allowed) {
    return error(405, "method not allowed");
  }
  if (!Object.hasOwn(stock, found.name)) {
    return error(404, "no such tool");
  }

  const left = stock[found.name];
  if (method === "GET") {
    return { status: 200, body: { name: found.name, left } };
  }
  if (left === 0) {
    return error(409, "none left");
  }
  return { status: 201, body: { name: found.name, left: left - 1 } };
}
