import { randomBytes, scryptSync, timingSafeEqual } from "node:crypto";

const cost = { N: 2 ** 14, r: 8, p: 1 };
const maxmem = 2 ** 26;

const accounts = new Map(); // name -> what is stored for this member

/** Writes the parts of what is stored as one text. */
const join = ({ N, r, p }, salt, key) => ["scrypt", N, r, p, salt.toString("hex"), key.toString("hex")].join("$");

/** Returns what to store for this password. */
function make(password) {
  const salt = randomBytes(16);
  return join(cost, salt, scryptSync(password, salt, 32, { ...cost, maxmem }));
}

/** Says whether this is the password for which the text was stored. */
function fits(password, stored) {
  const [, N, r, p, salt, key] = stored.split("$");
  const settings = { N: Number(N), r: Number(r), p: Number(p), maxmem };
  const again = scryptSync(password, Buffer.from(salt, "hex"), 32, settings);
  return timingSafeEqual(again, Buffer.from(key, "hex"));
}

// Fits no password. It is checked for unknown names, so that they take as long as known ones.
const nobody = join(cost, Buffer.alloc(16), Buffer.alloc(32));

/** Adds an account; returns whether the name was free. */
export function register(name, password) {
  if (accounts.has(name)) {
    return false;
  }
  accounts.set(name, make(password));
  return true;
}

/** Says whether this is the right password. */
export function logIn(name, password) {
  return fits(password, accounts.get(name) ?? nobody);
}

/** Sets a new password if the old one is right; says whether it was. */
export function changePassword(name, old, next) {
  if (!logIn(name, old)) {
    return false;
  }
  accounts.set(name, make(next));
  return true;
}

/** Returns what is stored. The tests use it to play the thief. */
export function table() {
  return [...accounts].map(([name, password]) => ({ name, password }));
}
