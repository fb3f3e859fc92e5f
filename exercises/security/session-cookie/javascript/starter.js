const name = "session";

/** Returns the Set-Cookie value that sets the session. */
export function sessionCookie(value) {
  return `${name}=${value}; Path=/; Domain=example.org; Max-Age=31536000`;
}

/** Returns the Set-Cookie value that makes the browser forget it. */
export function clearCookie() {
  return `${name}=; Path=/; Domain=example.org; Max-Age=0`;
}

/** Returns the session from a Cookie header field, or null. */
export function readSession(header) {
  for (const part of header.split(";")) {
    const at = part.indexOf("=");
    if (at >= 0 && part.slice(0, at).trim().endsWith(name)) {
      return part.slice(at + 1).trim();
    }
  }
  return null;
}
