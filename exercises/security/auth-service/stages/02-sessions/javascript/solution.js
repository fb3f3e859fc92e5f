import { randomBytes, scryptSync, timingSafeEqual } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";

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

const cookie = "__Host-session";
const attributes = { path: "/", secure: true, httpOnly: true, sameSite: "Lax" };
const sessionLife = 8 * 60 * 60;

const sessions = new Map(); // id -> { email, until }

/** Returns these fields of the body, or refuses it if one of them is no text. */
async function texts(c, ...names) {
  const body = await c.req.json().catch(() => null);
  const values = names.map((name) => body?.[name]);
  if (!values.every((value) => typeof value === "string")) {
    throw new Refused(400, `the body must be a JSON object with the texts ${names.join(", ")}`);
  }
  return values;
}

/** Returns the one form of an address under which it is known. */
const plain = (email) => email.trim().toLowerCase();

/** Returns the password, or refuses it. */
function acceptable(password) {
  if ([...password].length < 8) {
    throw new Refused(400, "a password has at least 8 characters");
  }
  return password;
}

/** Returns what to store for a password. */
function hashed(password) {
  const salt = randomBytes(16);
  return `scrypt$1024$8$1$${salt.toString("hex")}$${derive(password, salt).toString("hex")}`;
}

/** Says whether this is the password for which the text was stored. */
function fits(password, text) {
  const [salt, key] = text.split("$").slice(-2).map((part) => Buffer.from(part, "hex"));
  return timingSafeEqual(derive(password, salt), key);
}

/** Returns the account of an address, or undefined. */
const accountOf = (email) => new Map(Object.entries(load("accounts"))).get(email);

/** Returns the id of a new session. */
function openSession(email) {
  const session = randomBytes(24).toString("base64url");
  sessions.set(session, { email, until: now() + sessionLife });
  return session;
}

/** Returns the address of the member who is logged in, or refuses. */
function whoeverAsks(c) {
  const entry = sessions.get(getCookie(c, cookie));
  if (!entry || now() >= entry.until) {
    throw new Refused(401, "log in first");
  }
  return entry.email;
}

app.post("/accounts", async (c) => {
  const [address, password] = await texts(c, "email", "password");
  const email = plain(address);
  if (!email.includes("@")) {
    throw new Refused(400, "this is no e-mail address");
  }
  if (accountOf(email)) {
    throw new Refused(409, "there is an account with this address");
  }
  save("accounts", { ...load("accounts"), [email]: { password: hashed(acceptable(password)) } });
  return c.json({ email }, 201);
});

app.post("/login", async (c) => {
  const [address, password] = await texts(c, "email", "password");
  const email = plain(address);
  const account = accountOf(email);
  if (!account || !fits(password, account.password)) {
    throw new Refused(401, "wrong address or password");
  }
  setCookie(c, cookie, openSession(email), attributes);
  return c.json({ email });
});

app.post("/logout", (c) => {
  sessions.delete(getCookie(c, cookie));
  deleteCookie(c, cookie, attributes);
  return c.body(null, 204);
});

app.get("/me", (c) => c.json({ email: whoeverAsks(c) }));
