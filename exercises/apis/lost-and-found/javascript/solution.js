import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { Hono } from "hono";

const app = new Hono();
const file = "/data/items.json";
const items = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];

app.get("/items", (c) => c.json(items));

app.get("/items/:id", (c) => {
  const item = items.find(({ id }) => String(id) === c.req.param("id"));
  return item ? c.json(item) : c.json({ error: "no such item" }, 404);
});

app.post("/items", async (c) => {
  const refuse = (status, error) => c.json({ error }, status);

  const type = (c.req.header("Content-Type") ?? "").split(";")[0].trim().toLowerCase();
  if (type !== "application/json") {
    return refuse(415, "send application/json");
  }
  let data;
  try {
    data = JSON.parse(await c.req.text());
  } catch {
    return refuse(400, "this is no JSON");
  }
  if (typeof data !== "object" || data === null || Array.isArray(data)) {
    return refuse(400, "an object is wanted");
  }
  const { what, where = null } = data;
  if (typeof what !== "string" || what.trim() === "") {
    return refuse(400, "what must be a text that is not empty");
  }
  if (where !== null && typeof where !== "string") {
    return refuse(400, "where must be a text or null");
  }

  const item = { id: items.length + 1, what, where, returned: false };
  items.push(item);
  writeFileSync(file, JSON.stringify(items));
  return c.json(item, 201, { Location: `/items/${item.id}` });
});

export default app;
