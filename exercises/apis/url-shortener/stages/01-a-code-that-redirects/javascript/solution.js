import { randomInt } from "node:crypto";
import { Hono } from "hono";

const app = new Hono();
const signs = "23456789abcdefghjkmnpqrstuvwxyz"; // those that are not mistaken for others on a poster
const links = new Map();

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
