import { createHash, randomBytes } from "node:crypto";

const redirects = new Map([
  ["bikes", ["https://bikes.example.org/callback"]],
  ["buses", ["https://buses.example.net/a", "https://buses.example.net/b?x=1"]],
]);
const lifetime = 60;

const codes = new Map(); // code -> what it was made for
const tokens = new Map(); // access token -> user

const challengeOf = (verifier) => createHash("sha256").update(verifier).digest("base64url");

/** Returns a code for this client, or null. */
export function authorize(client, redirectUri, challenge, method, user, now) {
  if (!redirects.get(client)?.includes(redirectUri)) {
    return null;
  }
  if (method !== "S256" || !/^[A-Za-z0-9_-]{43}$/.test(challenge ?? "")) {
    return null;
  }
  const code = randomBytes(24).toString("base64url");
  codes.set(code, { client, redirectUri, challenge, user, made: now, used: false, token: null });
  return code;
}

/** Returns an access token for this code, or null. */
export function exchange(code, client, redirectUri, verifier, now) {
  const known = codes.get(code);
  if (!known) {
    return null;
  }
  if (known.used) {
    tokens.delete(known.token);
    return null;
  }
  known.used = true;
  if (known.client !== client || known.redirectUri !== redirectUri || now - known.made > lifetime) {
    return null;
  }
  // Both are hashes of what was sent, so the time of comparing them tells nothing.
  if (challengeOf(verifier) !== known.challenge) {
    return null;
  }
  known.token = randomBytes(24).toString("base64url");
  tokens.set(known.token, known.user);
  return known.token;
}

/** Returns the user of this access token, or null. */
export const userOf = (token) => tokens.get(token) ?? null;
