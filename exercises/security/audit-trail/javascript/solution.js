import { createHmac, timingSafeEqual } from "node:crypto";

const key = "the-trail-s-key-from-the-vault";
const trail = [];

const macOf = (before, number, time, actor, action) =>
  createHmac("sha256", key).update([before, number, time, actor, action].join("\n")).digest("hex");

function same(a, b) {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Adds an entry; returns its number. */
export function append(time, actor, action) {
  if (actor.includes("\n") || action.includes("\n")) {
    throw new RangeError("actor and action are one line each");
  }
  const number = trail.length + 1;
  trail.push({ number, time, actor, action, mac: macOf(head().mac, number, time, actor, action) });
  return number;
}

/** Returns all entries. */
export const entries = () => trail;

/** Returns number and checksum of the last entry. */
export const head = () => ({ count: trail.length, mac: trail.at(-1)?.mac ?? "" });

/** Says whether these entries are whole and unchanged, the kept head included. */
export function verify(list, kept) {
  const macs = [""];
  for (const { number, time, actor, action, mac } of list) {
    const expected = macOf(macs.at(-1), macs.length, time, actor, action);
    if (number !== macs.length || !same(expected, mac)) {
      return false;
    }
    macs.push(mac);
  }
  return kept.count < macs.length && same(macs[kept.count], kept.mac);
}
