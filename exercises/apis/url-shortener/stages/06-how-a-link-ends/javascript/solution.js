import { createHash, randomBytes, randomInt } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import { Hono } from "hono";

const app = new Hono();
const signs = "23456789abcdefghjkmnpqrstuvwxyz"; // those that are not mistaken for others on a poster
const ownHost = "go.example.org";
const address = /^(https?):\/\/([a-z0-9.-]*[a-z0-9])(?::(\d{1,5}))?([/?#][!-~]*)?$/i;
const usualPorts = { http: 80, https: 443 };
const aliasForm = /^[a-z0-9][a-z0-9-]{1,28}[a-z0-9]$/;
const reserved = new Set(["links", "keys", "health", "problems"]);

const db = new DatabaseSync("/data/links.db");
db.exec(`
  CREATE TABLE IF NOT EXISTS links (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    url TEXT NOT NULL,
    label TEXT,
    visits INTEGER NOT NULL DEFAULT 0
  );
  CREATE INDEX IF NOT EXISTS links_by_url ON links (url);
`);
if (db.prepare("PRAGMA user_version").get().user_version < 1) { // a new file, or one from before there were keys
  db.exec(`
    BEGIN;
    CREATE TABLE keys (id INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE);
    ALTER TABLE links ADD COLUMN owner INTEGER REFERENCES keys (id);
    ALTER TABLE links ADD COLUMN gone INTEGER NOT NULL DEFAULT 0;
    PRAGMA user_version = 1;
    COMMIT;
  `);
}
const byCode = db.prepare("SELECT * FROM links WHERE code = ?"); // also if it is gone
const byUrl = db.prepare("SELECT * FROM links WHERE url = ? AND gone = 0 ORDER BY id LIMIT 1");
const insert = db.prepare("INSERT INTO links (code, url, label, owner) VALUES (?, ?, ?, ?)");
const countVisit = db.prepare("UPDATE links SET visits = visits + 1 WHERE code = ?");
const endLink = db.prepare("UPDATE links SET gone = 1 WHERE code = ?");
const insertKey = db.prepare("INSERT INTO keys (digest) VALUES (?)");
const byDigest = db.prepare("SELECT id FROM keys WHERE digest = ?");

/** Returns what is kept of a key. */
const digest = (key) => createHash("sha256").update(key).digest("hex");

/** A request needs a key of ours and has none. */
class UnknownKey extends Error {}

/** Returns the id of the key that came with the request, or null if none came. */
function askedBy(c) {
  const value = c.req.header("Authorization");
  if (value === undefined) {
    return null;
  }
  const [scheme, key = ""] = value.split(" ");
  const row = byDigest.get(digest(key));
  if (scheme.toLowerCase() !== "bearer" || row === undefined) {
    throw new UnknownKey();
  }
  return row.id;
}

/** Returns the address in its normal form, or null if we do not link to it. */
export function normalAddress(text) {
  const found = typeof text === "string" && text.length <= 2000 ? address.exec(text) : null;
  if (found === null) {
    return null;
  }
  const [scheme, host] = [found[1].toLowerCase(), found[2].toLowerCase()];
  const port = Number(found[3] ?? usualPorts[scheme]);
  const rest = found[4] ?? "";
  if (host === ownHost || port > 65535) {
    return null;
  }
  const place = port === usualPorts[scheme] ? host : `${host}:${port}`;
  return `${scheme}://${place}${rest.startsWith("/") ? "" : "/"}${rest}`;
}

/** Answers in the form of RFC 9457. */
function problem(c, status, title, more = {}, headers = {}) {
  const body = JSON.stringify({ title, status, ...more });
  return c.body(body, status, { "Content-Type": "application/problem+json", ...headers });
}

/** Returns what others see of a link. */
const shown = ({ code, url, label, visits }) => ({ code, url, label, visits });

/** Returns the problem of a link that is not there, or null if it is. */
function missing(c, link) {
  if (link === undefined) {
    return problem(c, 404, "There is no such link");
  }
  return link.gone ? problem(c, 410, "This link is gone") : null;
}

/** Returns a code that no link has. */
function newCode() {
  for (;;) {
    const code = Array.from({ length: 6 }, () => signs[randomInt(signs.length)]).join("");
    if (byCode.get(code) === undefined) {
      return code;
    }
  }
}

const isLabel = (value) => typeof value === "string" && value.trim() !== "" && value.length <= 80;

const isAlias = (value) => typeof value === "string" && aliasForm.test(value) && !reserved.has(value);

/** Returns every rule that is broken. */
function check({ url, label = null, alias = null }) {
  const errors = [];
  if (normalAddress(url) === null) {
    errors.push({ pointer: "#/url", detail: "must be an http or https address that we link to" });
  }
  if (label !== null && !isLabel(label)) {
    errors.push({ pointer: "#/label", detail: "must be a text of 1 to 80 signs" });
  }
  if (alias !== null && !isAlias(alias)) {
    errors.push({ pointer: "#/alias", detail: "must be a free word of 3 to 30 signs: a-z, 0-9, hyphens within" });
  }
  return errors;
}

app.post("/keys", (c) => {
  const key = randomBytes(32).toString("base64url");
  insertKey.run(digest(key));
  return c.json({ key }, 201);
});

app.post("/links", async (c) => {
  const owner = askedBy(c);
  let data;
  try {
    data = JSON.parse(await c.req.text());
  } catch {
    return problem(c, 400, "The body is no JSON");
  }
  if (typeof data !== "object" || data === null || Array.isArray(data)) {
    return problem(c, 400, "The body is no object");
  }
  const errors = check(data);
  if (errors.length > 0) {
    const type = "https://go.example.org/problems/invalid-link";
    return problem(c, 422, "The link is not valid", { type, errors });
  }

  const { label = null, alias = null } = data;
  const url = normalAddress(data.url);
  let link = alias === null ? byUrl.get(url) : byCode.get(alias);
  if (link !== undefined && (link.gone || link.url !== url)) {
    return problem(c, 409, "The alias is taken", { type: "https://go.example.org/problems/alias-taken" });
  }
  let status = 200;
  if (link === undefined) {
    const code = alias ?? newCode();
    insert.run(code, url, label, owner);
    link = byCode.get(code);
    status = 201;
  }
  return c.json(shown(link), status, { Location: `/links/${link.code}` });
});

app.get("/links/:code", (c) => {
  const link = byCode.get(c.req.param("code"));
  return missing(c, link) ?? c.json(shown(link));
});

app.delete("/links/:code", (c) => {
  const [owner, link] = [askedBy(c), byCode.get(c.req.param("code"))];
  if (owner === null) {
    throw new UnknownKey();
  }
  const refusal = missing(c, link);
  if (refusal !== null) {
    return refusal;
  }
  if (link.owner !== owner) {
    return problem(c, 403, "The link belongs to somebody else");
  }
  endLink.run(link.code);
  return c.body(null, 204);
});

app.get("/:code", (c) => {
  const link = byCode.get(c.req.param("code"));
  const refusal = missing(c, link);
  if (refusal !== null) {
    return refusal;
  }
  if (c.req.method === "GET") { // a HEAD comes here too, and leads nobody away
    countVisit.run(link.code);
  }
  return c.redirect(link.url);
});

app.onError((error, c) => {
  if (error instanceof UnknownKey) {
    return problem(c, 401, "The key is missing or unknown", {}, { "WWW-Authenticate": "Bearer" });
  }
  console.error(error);
  return problem(c, 500, "Something went wrong here");
});

app.notFound((c) => problem(c, 404, "There is nothing at this address"));

export default app;
