import { createHash } from "node:crypto";

let computed = 0;
const mails = [];

const sha256 = (text) => createHash("sha256").update(text).digest("hex");

/** Stand-in for a slow password hash; counts how often it is used. */
function slowHash(email, password) {
  computed += 1;
  return sha256(`${email}\0${password}`);
}

const members = new Map([["ines@example.org", sha256("ines@example.org\0heron-5")]]); // address -> hash

export function logIn(email, password) {
  if (!members.has(email)) {
    return { status: 404, message: "no account with this address" };
  }
  if (slowHash(email, password) !== members.get(email)) {
    return { status: 401, message: "wrong password" };
  }
  return { status: 200, message: "welcome" };
}

export function forgot(email) {
  if (!members.has(email)) {
    return { status: 404, message: "no account with this address" };
  }
  mails.push({ to: email, kind: "reset" });
  return { status: 202, message: "if there is an account, a mail is on its way" };
}

export function register(email, password) {
  if (members.has(email)) {
    return { status: 409, message: "this address is taken" };
  }
  members.set(email, slowHash(email, password));
  mails.push({ to: email, kind: "confirm" });
  return { status: 202, message: "look into your mailbox" };
}

/** Returns how many hashes were computed. The tests use it as a clock. */
export const hashes = () => computed;

/** Returns the mails that were sent. */
export const outbox = () => mails;
