import { randomInt } from "node:crypto";
import { Hono } from "hono";

const app = new Hono();
const signs = "23456789abcdefghjkmnpqrstuvwxyz"; // those that are not mistaken for others on a poster
const ownHost = "go.example.org";
const address = /^(https?):\/\/([a-z0-9.-]*[a-z0-9])(?::(\d{1,5}))?([/?#][!-~]*)?$/i;
const usualPorts = { http: 80, https: 443 };
const aliasForm = /^[a-z0-9][a-z0-9-]{1,28}[a-z0-9]$/;
const reserved = new Set(["links", "keys", "health", "problems"]);
const links = new Map();

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
function problem(c, status, title, more = {}) {
  const body = JSON.stringify({ title, status, ...more });
  return c.body(body, status, { "Content-Type": "application/problem+json" });
}

/** Returns a code that no link has. */
function newCode() {
  for (;;) {
    const code = Array.from({ length: 6 }, () => signs[randomInt(signs.length)]).join("");
    if (!links.has(code)) {
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

/** Returns the oldest link to this address, or undefined. */
const findUrl = (wanted) => [...links.values()].find(({ url }) => url === wanted);

app.post("/links", async (c) => {
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
  let link = alias === null ? findUrl(url) : links.get(alias);
  if (link !== undefined && link.url !== url) {
    return problem(c, 409, "The alias is taken", { type: "https://go.example.org/problems/alias-taken" });
  }
  let status = 200;
  if (link === undefined) {
    link = { code: alias ?? newCode(), url, label };
    links.set(link.code, link);
    status = 201;
  }
  return c.json(link, status, { Location: `/links/${link.code}` });
});

app.get("/links/:code", (c) => {
  const link = links.get(c.req.param("code"));
  return link ? c.json(link) : problem(c, 404, "There is no such link");
});

app.get("/:code", (c) => {
  const link = links.get(c.req.param("code"));
  return link ? c.redirect(link.url) : problem(c, 404, "There is no such link");
});

app.notFound((c) => problem(c, 404, "There is nothing at this address"));

export default app;
