import { Hono } from "hono";

const app = new Hono();
const parcels = new Map([
  [7, { id: 7, weight_g: 1250, status: "in_transit" }],
  [8, { id: 8, weight_g: 4000, status: "held_at_customs" }],
  [9, { id: 9, weight_g: 300, status: "delivered" }],
]);

app.get("/v2/parcels/:number", (c) => {
  const parcel = parcels.get(Number(c.req.param("number")));
  return parcel ? c.json(parcel) : c.json({ error: "no such parcel" }, 404);
});

app.post("/v2/parcels", async (c) => {
  const { weight_g } = await c.req.json();
  if (!Number.isInteger(weight_g) || weight_g <= 0) {
    return c.json({ error: "weight_g must be a whole number above 0" }, 422);
  }
  const parcel = { id: Math.max(...parcels.keys()) + 1, weight_g, status: "accepted" };
  parcels.set(parcel.id, parcel);
  return c.json(parcel, 201, { Location: `/v2/parcels/${parcel.id}` });
});

export default app;
