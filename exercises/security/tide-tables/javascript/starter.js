/** Returns the status, if the request ends here, and the header fields to add. */
export function cors(method, headers) {
  const added = {};
  if (headers.origin) {
    added["Access-Control-Allow-Origin"] = headers.origin;
    added["Access-Control-Allow-Credentials"] = "true";
  }
  if (method === "OPTIONS" && headers["access-control-request-method"]) {
    added["Access-Control-Allow-Methods"] = "GET, PUT";
    added["Access-Control-Allow-Headers"] = "content-type";
    added["Access-Control-Max-Age"] = "600";
    return { status: 204, headers: added };
  }
  return { status: null, headers: added };
}
