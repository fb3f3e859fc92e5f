import { Hono } from "hono";

const app = new Hono();
const secret = "whsec_4f1c9b27a0";
const known = new Set(["accepted", "delivered", "lost"]);
const parcels = new Map();

app.get("/parcels/:name", (c) => {
  const parcel = parcels.get(c.req.param("name"));
  return parcel ? c.json(parcel) : c.json({ error: "no such parcel" }, 404);
});

app.post("/webhooks/parcels", async (c) => {
  const event = await c.req.json();
  const events = parcels.get(event.parcel)?.events ?? 0;
  parcels.set(event.parcel, { parcel: event.parcel, status: event.status, events: events + 1 });
  return c.json({ taken: true });
});

export default app;
