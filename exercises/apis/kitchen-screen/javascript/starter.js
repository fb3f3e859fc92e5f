import { Hono } from "hono";

const app = new Hono();
const orders = [];

app.post("/orders", async (c) => {
  const { pizza } = await c.req.json();
  const order = { number: orders.length + 1, pizza };
  orders.push(order);
  return c.json(order, 201);
});

app.get("/orders/stream", (c) => c.json(orders));

export default app;
