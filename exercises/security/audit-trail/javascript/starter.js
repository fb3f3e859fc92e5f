import { createHash } from "node:crypto";

const key = "the-trail-s-key-from-the-vault";
const trail = [];

const macOf = (number, time, actor, action) =>
  createHash("sha256").update(`${number}\n${time}\n${actor}\n${action}`).digest("hex");

/** Adds an entry; returns its number. */
export function append(time, actor, action) {
  const number = trail.length + 1;
  trail.push({ number, time, actor, action, mac: macOf(number, time, actor, action) });
  return number;
}

/** Returns all entries. */
export const entries = () => trail;

/** Returns number and checksum of the last entry. */
export const head = () => ({ count: trail.length, mac: trail.at(-1)?.mac ?? "" });

/** Says whether these entries are whole and unchanged. */
export function verify(list, head) {
  return list.every(({ number, time, actor, action, mac }) => mac === macOf(number, time, actor, action));
}
