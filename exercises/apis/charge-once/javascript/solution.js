import { Hono } from "hono";

const app = new Hono();
const charges = [];
const done = new Map(); // idempotency key -> the request's body and the charge it made

/** Writes a body as text, whatever the order of its fields. */
const canonical = (body) => JSON.stringify(Object.entries(body).sort(([a], [b]) => (a < b ? -1 : 1)));

app.get("/charges", (c) => c.json(charges));

app.post("/charges", async (c) => {
  const key = c.req.header("Idempotency-Key");
  if (!key) {
    return c.json({ error: "send an Idempotency-Key header" }, 400);
  }
  const body = await c.req.json();
  if (!Number.isInteger(body.amount) || body.amount <= 0) {
    return c.json({ error: "amount must be a positive whole number of cents" }, 400);
  }
  const first = done.get(key);
  if (first) {
    if (first.body !== canonical(body)) {
      return c.json({ error: "this key was used for another request" }, 422);
    }
    return c.json(first.charge, 201);
  }
  const charge = { id: charges.length + 1, amount: body.amount };
  charges.push(charge);
  done.set(key, { body: canonical(body), charge });
  return c.json(charge, 201);
});

export default app;
