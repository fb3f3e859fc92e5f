const name = "__Host-session";
const attributes = "Path=/; Secure; HttpOnly; SameSite=Lax";

/** Returns the Set-Cookie value that sets the session. */
export function sessionCookie(value) {
  if (!/^[A-Za-z0-9_-]+$/.test(value)) {
    throw new RangeError("a session's id has letters, digits, - and _ only");
  }
  return `${name}=${value}; ${attributes}`;
}

/** Returns the Set-Cookie value that makes the browser forget it. */
export function clearCookie() {
  return `${name}=; ${attributes}; Max-Age=0`;
}

/** Returns the session from a Cookie header field, or null. */
export function readSession(header) {
  for (const part of header.split(";")) {
    const at = part.indexOf("=");
    if (at >= 0 && part.slice(0, at).trim() === name) {
      return part.slice(at + 1).trim();
    }
  }
  return null;
}
