import { Hono } from "hono";

const app = new Hono();
const entries = [];

function entryHtml({ name, text, website }) {
  const shown = website ? `<a href="${website}">${name}</a>` : name;
  return `<p title="${name}">${shown}: ${text}</p>`;
}

app.get("/", (c) => {
  const search = c.req.query("q") ?? "";
  const found = entries.filter((entry) => entry.text.includes(search));
  const heading = search ? `<h2>Entries with ${search}</h2>` : "";
  return c.html(`<h1>Visitors' book</h1>${heading}${found.map(entryHtml).join("")}`);
});

app.get("/entries", (c) => c.json(entries));

app.post("/entries", async (c) => {
  const { name = "", text = "", website = "" } = await c.req.parseBody();
  entries.push({ name, text, website });
  return c.body("", 201);
});

export default app;
