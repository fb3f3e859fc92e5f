import { createHash, randomBytes } from "node:crypto";

const hour = 3600;

const passwords = new Map([["ines@example.org", "summit-12"], ["bo@example.org", "valley-34"]]); // another lesson's topic
const resets = new Map(); // e-mail address -> { hash, made }

const hashOf = (token) => createHash("sha256").update(token).digest("hex");

/** Returns a new token for this member, or null. */
export function requestReset(email, now) {
  if (!passwords.has(email)) {
    return null;
  }
  const token = randomBytes(24).toString("base64url");
  resets.set(email, { hash: hashOf(token), made: now });
  return token;
}

/** Sets a new password; says whether the token allowed it. */
export function reset(token, password, now) {
  const wanted = hashOf(token);
  for (const [email, { hash, made }] of resets) {
    if (hash === wanted) {
      if (now - made > hour || password === "") {
        return false;
      }
      passwords.set(email, password);
      resets.delete(email);
      return true;
    }
  }
  return false;
}

/** Says whether this is the member's password. */
export function logIn(email, password) {
  return passwords.get(email) === password;
}

/** Returns what is stored. The tests use it to play the thief. */
export function table() {
  return [...resets.values()].map(({ hash }) => hash);
}
