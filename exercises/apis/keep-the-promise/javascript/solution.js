import { Hono } from "hono";

const app = new Hono();
const priceCents = 150;
const bikes = [
  { number: 1, hired: false, battery: 80, lock_code: "4711" },
  { number: 2, hired: true, battery: 35, lock_code: "0815" },
  { number: 3, hired: false, lock_code: "1234" },
];

/** The bike as the document describes it. */
function asBike({ number, hired, battery = null }) {
  return { number, state: hired ? "hired" : "free", battery };
}

function problem(c, status, title) {
  return c.body(JSON.stringify({ title, status }), status, { "Content-Type": "application/problem+json" });
}

app.notFound((c) => problem(c, 404, "There is nothing here"));

app.get("/bikes", (c) => {
  const state = c.req.query("state");
  if (state !== undefined && state !== "free" && state !== "hired") {
    return problem(c, 400, "state is free or hired");
  }
  return c.json(bikes.map(asBike).filter((bike) => state === undefined || bike.state === state));
});

app.post("/bikes/:number/hire", (c) => {
  const bike = bikes.find(({ number }) => String(number) === c.req.param("number"));
  if (!bike) {
    return problem(c, 404, "There is no such bike");
  }
  if (bike.hired) {
    return problem(c, 409, "This bike is hired already");
  }
  bike.hired = true;
  return c.json({ bike: bike.number, price_cents: priceCents }, 201);
});

export default app;
