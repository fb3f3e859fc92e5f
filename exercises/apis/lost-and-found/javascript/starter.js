import { Hono } from "hono";

const app = new Hono();
const items = [];

app.get("/items", (c) => c.json(items));

app.get("/items/:id", (c) => c.json(items[Number(c.req.param("id")) - 1]));

app.post("/items", async (c) => {
  const item = await c.req.json();
  item.id = items.length + 1;
  items.push(item);
  return c.json(item, 201);
});

export default app;
