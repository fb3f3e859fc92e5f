import { Hono } from "hono";

const app = new Hono();
const links = new Map();

app.post("/links", async (c) => {
  const { url } = await c.req.json();
  return c.json({ url }, 201);
});

export default app;
