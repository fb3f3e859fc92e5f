import { randomInt } from "node:crypto";

const signs = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const length = 12;

const openCodes = new Set();

/** Returns a new code and remembers it as open. */
export function newCode(now) {
  const code = Array.from({ length }, () => signs[randomInt(signs.length)]).join("");
  if (openCodes.has(code)) {
    return newCode(now);
  }
  openCodes.add(code);
  return code;
}

/** Says whether this code was open, and closes it. */
export function redeem(code) {
  const plain = code.toUpperCase().replace(/[ -]/g, "");
  return openCodes.delete(plain);
}
