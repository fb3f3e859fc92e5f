import { randomBytes } from "node:crypto";

const redirects = new Map([
  ["bikes", ["https://bikes.example.org/callback"]],
  ["buses", ["https://buses.example.net/a", "https://buses.example.net/b?x=1"]],
]);
const codes = new Map(); // code -> user
const tokens = new Map(); // access token -> user

/** Returns a code for this client, or null. */
export function authorize(client, redirectUri, challenge, method, user, now) {
  if (!(redirects.get(client) ?? []).some((known) => redirectUri.startsWith(known))) {
    return null;
  }
  const code = randomBytes(24).toString("base64url");
  codes.set(code, user);
  return code;
}

/** Returns an access token for this code, or null. */
export function exchange(code, client, redirectUri, verifier, now) {
  if (!codes.has(code)) {
    return null;
  }
  const token = randomBytes(24).toString("base64url");
  tokens.set(token, codes.get(code));
  return token;
}

/** Returns the user of this access token, or null. */
export const userOf = (token) => tokens.get(token) ?? null;
