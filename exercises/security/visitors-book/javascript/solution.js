import { Hono } from "hono";

const app = new Hono();
const entries = [];

const signs = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Writes the signs that mean something in HTML as references. */
const escape = (text) => text.replace(/[&<>"']/g, (sign) => signs[sign]);

const isWebAddress = (text) => /^https?:\/\//i.test(text);

function entryHtml({ name, text, website }) {
  const shown = isWebAddress(website) ? `<a href="${escape(website)}">${escape(name)}</a>` : escape(name);
  return `<p title="${escape(name)}">${shown}: ${escape(text)}</p>`;
}

app.get("/", (c) => {
  const search = c.req.query("q") ?? "";
  const found = entries.filter((entry) => entry.text.includes(search));
  const heading = search ? `<h2>Entries with ${escape(search)}</h2>` : "";
  return c.html(`<h1>Visitors' book</h1>${heading}${found.map(entryHtml).join("")}`);
});

app.get("/entries", (c) => c.json(entries));

app.post("/entries", async (c) => {
  const { name = "", text = "", website = "" } = await c.req.parseBody();
  entries.push({ name, text, website });
  return c.body("", 201);
});

export default app;
