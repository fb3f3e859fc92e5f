import { randomInt } from "node:crypto";
import { Hono } from "hono";

const app = new Hono();
const signs = "23456789abcdefghjkmnpqrstuvwxyz"; // those that are not mistaken for others on a poster
const ownHost = "go.example.org";
const address = /^(https?):\/\/([a-z0-9.-]*[a-z0-9])(?::(\d{1,5}))?([/?#][!-~]*)?$/i;
const usualPorts = { http: 80, https: 443 };
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

/** Returns a code that no link has. */
function newCode() {
  for (;;) {
    const code = Array.from({ length: 6 }, () => signs[randomInt(signs.length)]).join("");
    if (!links.has(code)) {
      return code;
    }
  }
}

app.post("/links", async (c) => {
  const { url } = await c.req.json();
  const link = { code: newCode(), url };
  links.set(link.code, link);
  return c.json(link, 201, { Location: `/links/${link.code}` });
});

app.get("/links/:code", (c) => {
  const link = links.get(c.req.param("code"));
  return link ? c.json(link) : c.json({ error: "no such link" }, 404);
});

app.get("/:code", (c) => {
  const link = links.get(c.req.param("code"));
  return link ? c.redirect(link.url) : c.json({ error: "no such link" }, 404);
});

export default app;
