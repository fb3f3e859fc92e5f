import { createHash } from "node:crypto";

const passwords = new Map([["ines@example.org", "summit-12"], ["bo@example.org", "valley-34"]]); // another lesson's topic
const resets = new Map(); // token -> e-mail address

/** Returns a new token for this member, or null. */
export function requestReset(email, now) {
  if (!passwords.has(email)) {
    return null;
  }
  const token = createHash("sha256").update(`${email}:${now}`).digest("hex");
  resets.set(token, email);
  return token;
}

/** Sets a new password; says whether the token allowed it. */
export function reset(token, password, now) {
  if (!resets.has(token) || password === "") {
    return false;
  }
  passwords.set(resets.get(token), password);
  return true;
}

/** Says whether this is the member's password. */
export function logIn(email, password) {
  return passwords.get(email) === password;
}

/** Returns what is stored. The tests use it to play the thief. */
export function table() {
  return [...resets.keys()];
}
