import { createHash, createHmac, randomBytes, scryptSync, timingSafeEqual } from "node:crypto";
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
const windowLength = 15 * 60;
const allowed = 5;
const nobody = `scrypt$1024$8$1$${"00".repeat(16)}$${"00".repeat(32)}`; // fits no password
const ourOrigin = "https://tools.example.org";
const resetLife = 60 * 60;
const issuer = "https://login.tools.example.org";
const audience = "lending";
const tokenLife = 5 * 60;

const sessions = new Map(); // id -> { email, until }
const wrong = new Map(); // address -> times of wrong passwords

// Refuses what a page of another site made a browser send.
app.use(async (c, next) => {
  if (!["GET", "HEAD", "OPTIONS"].includes(c.req.method)) {
    const origin = c.req.header("Origin") ?? ourOrigin;
    const site = c.req.header("Sec-Fetch-Site") ?? "same-origin";
    if (origin !== ourOrigin || !["same-origin", "none"].includes(site)) {
      throw new Refused(403, "this request came from another site");
    }
  }
  await next();
});

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

/** Says whether this is the right password; refuses to look after too many wrong ones. */
function checkPassword(email, password) {
  const recent = (wrong.get(email) ?? []).filter((moment) => now() - moment < windowLength);
  if (recent.length >= allowed) {
    throw new Refused(429, "too many wrong passwords", { "Retry-After": String(recent[0] + windowLength - now()) });
  }
  const account = accountOf(email);
  if (fits(password, account?.password ?? nobody) && account) {
    wrong.delete(email);
    return true;
  }
  wrong.set(email, [...recent, now()]);
  return false;
}

/** Returns the id of a new session. */
function openSession(email) {
  const session = randomBytes(24).toString("base64url");
  sessions.set(session, { email, until: now() + sessionLife });
  return session;
}

/** Ends all sessions of an account. */
function endSessions(email) {
  for (const [session, entry] of sessions) {
    if (entry.email === email) {
      sessions.delete(session);
    }
  }
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
  if (!checkPassword(email, password)) {
    throw new Refused(401, "wrong address or password");
  }
  sessions.delete(getCookie(c, cookie));
  setCookie(c, cookie, openSession(email), attributes);
  return c.json({ email });
});

app.post("/logout", (c) => {
  sessions.delete(getCookie(c, cookie));
  deleteCookie(c, cookie, attributes);
  return c.body(null, 204);
});

app.get("/me", (c) => c.json({ email: whoeverAsks(c) }));

/** Sets a new password: all sessions and open links of this account end. */
function setPassword(email, password) {
  save("accounts", { ...load("accounts"), [email]: { password: hashed(password) } });
  endSessions(email);
}

app.post("/password", async (c) => {
  const email = whoeverAsks(c);
  const [old, next] = await texts(c, "old", "new");
  acceptable(next);
  if (!checkPassword(email, old)) {
    throw new Refused(403, "this is not the old password");
  }
  setPassword(email, next);
  setCookie(c, cookie, openSession(email), attributes);
  return c.body(null, 204);
});

const hashOf = (token) => createHash("sha256").update(token).digest("hex");

app.post("/reset-requests", async (c) => {
  const [address] = await texts(c, "email");
  const email = plain(address);
  const account = accountOf(email);
  if (account) {
    const token = randomBytes(24).toString("base64url");
    const reset = { hash: hashOf(token), until: now() + resetLife };
    save("accounts", { ...load("accounts"), [email]: { ...account, reset } });
    sendMail(email, token);
  }
  return c.json({ message: "If there is such an account, a mail is on its way." }, 202);
});

app.post("/resets", async (c) => {
  const [token, password] = await texts(c, "token", "password");
  acceptable(password);
  const wanted = hashOf(token);
  for (const [email, { reset }] of Object.entries(load("accounts"))) {
    if (reset && reset.hash === wanted && now() < reset.until) {
      setPassword(email, password);
      return c.body(null, 204);
    }
  }
  throw new Refused(400, "this link is not valid any more");
});

/** Signs with a new key from now on, and keeps the one before for what it has signed. */
export function rotateKeys() {
  const before = (load("keys").list ?? []).slice(0, 1);
  save("keys", { list: [{ id: randomBytes(4).toString("hex"), key: randomBytes(32).toString("hex") }, ...before] });
}

/** Returns the keys by which tokens are trusted, the newest first. */
function keyList() {
  if (!load("keys").list) {
    rotateKeys();
  }
  return load("keys").list;
}

/** Returns them as the lending desk gets them: an object of ids and keys. */
export function signingKeys() {
  return Object.fromEntries(keyList().map(({ id, key }) => [id, key]));
}

const encode = (data) => Buffer.from(JSON.stringify(data)).toString("base64url");
const decode = (part) => JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
const sign = (key, text) => createHmac("sha256", Buffer.from(key, "hex")).update(text).digest();

app.post("/tokens", (c) => {
  const email = whoeverAsks(c);
  const [{ id, key }] = keyList();
  const header = { alg: "HS256", typ: "JWT", kid: id };
  const claims = { iss: issuer, aud: audience, sub: email, iat: now(), exp: now() + tokenLife };
  const text = `${encode(header)}.${encode(claims)}`;
  const token = `${text}.${sign(key, text).toString("base64url")}`;
  const answer = { access_token: token, token_type: "Bearer", expires_in: tokenLife };
  return c.json(answer, 200, { "Cache-Control": "no-store" });
});

/** Says whether the signature belongs to the text. */
function isSigned(key, text, signature) {
  const [expected, given] = [sign(key, text), Buffer.from(signature, "base64url")];
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Returns the claims of a token that is to be trusted, or null. */
export function readToken(token) {
  try {
    const [head, body, signature, ...more] = token.split(".");
    const { alg, kid } = decode(head);
    const found = keyList().find(({ id }) => id === kid);
    if (more.length > 0 || alg !== "HS256" || !found || !isSigned(found.key, `${head}.${body}`, signature)) {
      return null;
    }
    const claims = decode(body);
    const ours = claims.iss === issuer && claims.aud === audience && Number.isFinite(claims.exp) && now() < claims.exp;
    return ours ? claims : null;
  } catch {
    return null;
  }
}
