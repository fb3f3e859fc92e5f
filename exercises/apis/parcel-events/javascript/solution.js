import { createHmac, timingSafeEqual } from "node:crypto";
import { Hono } from "hono";

const app = new Hono();
const secret = "whsec_4f1c9b27a0";
const known = new Set(["accepted", "delivered", "lost"]);
const tolerance = 300; // seconds
const parcels = new Map();
const handled = new Set(); // the ids of events

/** Says whether the parcel service has sent this body just now. */
function isGenuine(timestamp, signature, body) {
  if (!/^[0-9]{1,12}$/.test(timestamp)) {
    return false;
  }
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > tolerance) {
    return false;
  }
  const digest = createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex");
  const expected = Buffer.from(`sha256=${digest}`);
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

app.get("/parcels/:name", (c) => {
  const parcel = parcels.get(c.req.param("name"));
  return parcel ? c.json(parcel) : c.json({ error: "no such parcel" }, 404);
});

app.post("/webhooks/parcels", async (c) => {
  const body = await c.req.text();
  const timestamp = c.req.header("Parcel-Timestamp") ?? "";
  const signature = c.req.header("Parcel-Signature") ?? "";
  if (!isGenuine(timestamp, signature, body)) {
    return c.json({ error: "not signed by the parcel service" }, 401);
  }
  let event;
  try {
    event = JSON.parse(body);
  } catch {
    return c.json({ error: "this is no JSON" }, 400);
  }

  if (!known.has(event.status) || handled.has(event.id)) {
    return c.json({ taken: false });
  }
  const events = parcels.get(event.parcel)?.events ?? 0;
  parcels.set(event.parcel, { parcel: event.parcel, status: event.status, events: events + 1 });
  handled.add(event.id);
  return c.json({ taken: true });
});

export default app;
