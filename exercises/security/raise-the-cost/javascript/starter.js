import { createHash, scryptSync, timingSafeEqual } from "node:crypto";

const maxmem = 2 ** 26;

const accounts = new Map([
  ["ines", "sha1$9627a35f66284e077741e0976f665b1a2f4e1a06"],
  ["bo", "scrypt$1024$8$1$000102030405060708090a0b0c0d0e0f$c7d0b6373db169341db5087828d995294209cea9c14b1708f5b60d076ca1155b"],
  ["piotr", "sha1$ec781cd9728f6cad8576dabdd3f45a57c9cc8ef8"],
  ["old", "crypt$1$qx"],
]);

const sha1 = (text) => createHash("sha1").update(text).digest("hex");

const scrypt = (text, [n, r, p, salt]) =>
  scryptSync(text, Buffer.from(salt, "hex"), 32, { N: Number(n), r: Number(r), p: Number(p), maxmem }).toString("hex");

const same = (a, b) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** Says whether this is the password for which the text was stored. */
function fits(password, stored) {
  const [form, ...parts] = stored.split("$");
  if (form === "sha1") {
    return same(sha1(password), parts[0]);
  }
  if (form === "scrypt") {
    return same(scrypt(password, parts), parts[4]);
  }
  return false;
}

/** Says whether this is the right password. */
export const logIn = (name, password) => fits(password, accounts.get(name) ?? "");

/** Wraps what is too cheap. */
export function protectAll() {
  return null;
}

/** Returns what is stored. The tests use it to play the thief. */
export const table = () => [...accounts].map(([name, password]) => ({ name, password }));
