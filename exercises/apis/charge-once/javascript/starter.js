import { Hono } from "hono";

const app = new Hono();
const charges = [];

app.get("/charges", (c) => c.json(charges));

app.post("/charges", async (c) => {
  const body = await c.req.json();
  if (!Number.isInteger(body.amount) || body.amount <= 0) {
    return c.json({ error: "amount must be a positive whole number of cents" }, 400);
  }
  const charge = { id: charges.length + 1, amount: body.amount };
  charges.push(charge);
  return c.json(charge, 201);
});

export default app;
