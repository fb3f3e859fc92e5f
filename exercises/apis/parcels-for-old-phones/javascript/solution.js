import { Hono } from "hono";

const app = new Hono();
const parcels = new Map([
  [7, { id: 7, weight_g: 1250, status: "in_transit" }],
  [8, { id: 8, weight_g: 4000, status: "held_at_customs" }],
  [9, { id: 9, weight_g: 300, status: "delivered" }],
]);
const v1Status = new Set(["accepted", "in_transit", "delivered"]);

/** Keeps a new parcel and returns it. */
function store(grams) {
  const parcel = { id: Math.max(...parcels.keys()) + 1, weight_g: grams, status: "accepted" };
  parcels.set(parcel.id, parcel);
  return parcel;
}

app.get("/v2/parcels/:number", (c) => {
  const parcel = parcels.get(Number(c.req.param("number")));
  return parcel ? c.json(parcel) : c.json({ error: "no such parcel" }, 404);
});

app.post("/v2/parcels", async (c) => {
  const { weight_g } = await c.req.json();
  if (!Number.isInteger(weight_g) || weight_g <= 0) {
    return c.json({ error: "weight_g must be a whole number above 0" }, 422);
  }
  const parcel = store(weight_g);
  return c.json(parcel, 201, { Location: `/v2/parcels/${parcel.id}` });
});

/** The parcel in the form of version 1. */
function asV1({ id, weight_g, status }) {
  return { id, weight: weight_g / 1000, status: v1Status.has(status) ? status : "in_transit" };
}

const successor = ({ id }) => `</v2/parcels/${id}>; rel="successor-version"`;

app.use("/v1/*", async (c, next) => {
  await next();
  c.res.headers.set("Deprecation", "@1767225600");
  c.res.headers.set("Sunset", "Wed, 30 Sep 2026 00:00:00 GMT");
});

app.get("/v1/parcels/:number", (c) => {
  const parcel = parcels.get(Number(c.req.param("number")));
  if (!parcel) {
    return c.json({ error: "no such parcel" }, 404);
  }
  return c.json(asV1(parcel), 200, { Link: successor(parcel) });
});

app.post("/v1/parcels", async (c) => {
  const { weight } = await c.req.json();
  if (typeof weight !== "number" || weight <= 0) {
    return c.json({ error: "weight must be a number above 0" }, 422);
  }
  const parcel = store(Math.round(weight * 1000));
  return c.json(asV1(parcel), 201, { Location: `/v1/parcels/${parcel.id}`, Link: successor(parcel) });
});

export default app;
