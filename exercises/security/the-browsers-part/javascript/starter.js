/** Returns the preflight that a browser sends before this request, or null. */
export function question(page, request) {
  if (request.url.startsWith(page)) {
    return null;
  }
  return { method: "OPTIONS", url: request.url, headers: { origin: page } };
}

/** Returns what in the answer to the preflight keeps the browser from going on, or null. */
export function obstacle(page, request, answer) {
  return null;
}
