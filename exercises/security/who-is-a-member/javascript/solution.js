import { createHash, timingSafeEqual } from "node:crypto";

let computed = 0;
const mails = [];

const sha256 = (text) => createHash("sha256").update(text).digest("hex");

/** Stand-in for a slow password hash; counts how often it is used. */
function slowHash(email, password) {
  computed += 1;
  return sha256(`${email}\0${password}`);
}

const members = new Map([["ines@example.org", sha256("ines@example.org\0heron-5")]]); // address -> hash
const nobody = "0".repeat(64); // compared with for unknown addresses

export function logIn(email, password) {
  const digest = slowHash(email, password);
  const fits = timingSafeEqual(Buffer.from(digest), Buffer.from(members.get(email) ?? nobody));
  if (!fits) {
    return { status: 401, message: "wrong address or password" };
  }
  return { status: 200, message: "welcome" };
}

export function forgot(email) {
  if (members.has(email)) {
    mails.push({ to: email, kind: "reset" });
  }
  return { status: 202, message: "if there is an account, a mail is on its way" };
}

export function register(email, password) {
  const digest = slowHash(email, password);
  if (members.has(email)) {
    mails.push({ to: email, kind: "already-a-member" });
  } else {
    members.set(email, digest);
    mails.push({ to: email, kind: "confirm" });
  }
  return { status: 202, message: "look into your mailbox" };
}

/** Returns how many hashes were computed. The tests use it as a clock. */
export const hashes = () => computed;

/** Returns the mails that were sent. */
export const outbox = () => mails;
