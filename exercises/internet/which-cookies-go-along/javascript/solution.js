const SAFE = ["GET", "HEAD", "OPTIONS", "TRACE"];

/** Says whether the browser sends this cookie with the request. */
function goesAlong(cookie, request) {
  if (cookie.expires !== null && request.now >= cookie.expires) {
    return false;
  }
  if (cookie.secure && !request.encrypted) {
    return false;
  }
  if (request.cross_site) {
    if (cookie.same_site === "strict") {
      return false;
    }
    if (cookie.same_site === "lax") {
      return request.navigation && SAFE.includes(request.method);
    }
  }
  return true;
}

/** Returns the value of the Cookie field, or null if there is none. */
export function cookieField(cookies, request) {
  const pieces = [];
  for (const cookie of cookies) {
    if (goesAlong(cookie, request)) {
      pieces.push(cookie.name + "=" + cookie.value);
    }
  }
  if (pieces.length === 0) {
    return null;
  }
  return pieces.join("; ");
}
