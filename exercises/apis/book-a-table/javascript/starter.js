import { Hono } from "hono";

const app = new Hono();
const reservations = [];

app.post("/reservations", async (c) => {
  const { name, guests, day, wishes = [] } = await c.req.json();
  const reservation = { id: reservations.length + 1, name, guests, day, wishes };
  reservations.push(reservation);
  return c.json(reservation, 201);
});

export default app;
