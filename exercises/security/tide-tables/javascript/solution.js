const trusted = new Set(["https://skippers.example.org", "https://desk.example.org"]);

/** Returns the status, if the request ends here, and the header fields to add. */
export function cors(method, headers) {
  const { origin } = headers;
  const added = { Vary: "Origin" };
  if (trusted.has(origin)) {
    added["Access-Control-Allow-Origin"] = origin;
    added["Access-Control-Allow-Credentials"] = "true";
  }
  if (method !== "OPTIONS" || !headers["access-control-request-method"]) {
    return { status: null, headers: added };
  }
  if (!trusted.has(origin)) {
    return { status: 403, headers: added };
  }
  added["Access-Control-Allow-Methods"] = "GET, PUT";
  added["Access-Control-Allow-Headers"] = "content-type";
  added["Access-Control-Max-Age"] = "600";
  return { status: 204, headers: added };
}
