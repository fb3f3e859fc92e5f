import { scryptSync } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { Hono } from "hono";

const app = new Hono();
export default app;

// What the house has already. The tests use these functions too: leave them as they are.

/** Returns what was saved under this name, or an empty object. */
function load(name) {
  return existsSync(`/data/${name}.json`) ? JSON.parse(readFileSync(`/data/${name}.json`, "utf8")) : {};
}

/** Saves an object under this name. It is there again after a restart. */
function save(name, data) {
  writeFileSync(`/data/${name}.json`, JSON.stringify(data));
}

/** Returns all that a thief finds about the accounts. */
export function stored() {
  return load("accounts");
}

let derived = 0;
let passed = 0;
const outbox = [];

/** Returns the 32 bytes that scrypt makes of a password and a salt (a Buffer). It is slow on purpose. */
function derive(password, salt) {
  derived += 1;
  return scryptSync(password, salt, 32, { N: 1024, r: 8, p: 1, maxmem: 2 ** 26 });
}

/** Returns how often derive has worked. */
export function workDone() {
  return derived;
}

/** Returns the time in whole seconds. */
function now() {
  return Math.floor(Date.now() / 1000) + passed;
}

/** Lets time pass, for the tests. */
export function passTime(seconds) {
  passed += seconds;
}

/** Sends the mail with the link for a new password. */
function sendMail(address, token) {
  outbox.push({ to: address, token });
}

/** Returns the mails that were sent. */
export function mails() {
  return outbox;
}

/** Thrown anywhere in a handler, it becomes the answer. */
class Refused extends Error {
  constructor(status, message, headers = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}

app.onError((error, c) => {
  if (error instanceof Refused) {
    return c.json({ error: error.message }, error.status, error.headers);
  }
  throw error;
});

// From here on it is yours.

app.post("/accounts", (c) => {
  throw new Refused(501, "not written yet");
});

app.post("/login", (c) => {
  throw new Refused(501, "not written yet");
});
