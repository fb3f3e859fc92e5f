const simpleMethods = ["GET", "HEAD", "POST"];
const simpleFields = ["accept", "accept-language", "content-language"];
const simpleTypes = ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"];

/** Says whether a field, its name in lower case, could come from a form as well. */
function isSimple(name, value) {
  if (name === "content-type") {
    return simpleTypes.includes(value.split(";")[0].trim().toLowerCase());
  }
  return simpleFields.includes(name);
}

/** Returns the names of the fields that are not simple, in lower case and sorted. */
function askedFields(request) {
  return Object.entries(request.headers)
    .map(([name, value]) => [name.toLowerCase(), value])
    .filter(([name, value]) => !isSimple(name, value))
    .map(([name]) => name)
    .sort();
}

/** Returns the preflight that a browser sends before this request, or null. */
export function question(page, request) {
  const fields = askedFields(request);
  const simple = simpleMethods.includes(request.method) && fields.length === 0;
  if (simple || new URL(request.url).origin === page) {
    return null;
  }
  const headers = { origin: page, "access-control-request-method": request.method };
  if (fields.length > 0) {
    headers["access-control-request-headers"] = fields.join(",");
  }
  return { method: "OPTIONS", url: request.url, headers };
}

/** Returns the parts of a list with commas. */
const listed = (text = "") => text.split(",").map((part) => part.trim());

/** Returns what in the answer to the preflight keeps the browser from going on, or null. */
export function obstacle(page, request, { status, headers }) {
  const { method, credentials } = request;
  if (status < 200 || status > 299) {
    return "status";
  }
  const origin = headers["access-control-allow-origin"];
  if (origin !== page && (origin !== "*" || credentials)) {
    return "origin";
  }
  if (credentials && headers["access-control-allow-credentials"] !== "true") {
    return "credentials";
  }
  const methods = listed(headers["access-control-allow-methods"]);
  const anyMethod = methods.includes("*") && !credentials;
  if (!simpleMethods.includes(method) && !methods.includes(method) && !anyMethod) {
    return "method";
  }
  const names = listed(headers["access-control-allow-headers"]?.toLowerCase());
  const anyName = names.includes("*") && !credentials;
  const allowed = (name) => names.includes(name) || (anyName && name !== "authorization");
  return askedFields(request).every(allowed) ? null : "headers";
}
