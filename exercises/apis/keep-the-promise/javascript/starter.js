import { Hono } from "hono";

const app = new Hono();
const bikes = [
  { number: 1, hired: false, battery: 80, lock_code: "4711" },
  { number: 2, hired: true, battery: 35, lock_code: "0815" },
  { number: 3, hired: false, lock_code: "1234" },
];

app.get("/bikes", (c) => {
  const status = c.req.query("status");
  return c.json(bikes.filter((bike) => status === undefined || bike.hired === (status === "hired")));
});

app.post("/bikes/:number/hire", (c) => {
  const bike = bikes.find(({ number, hired }) => String(number) === c.req.param("number") && !hired);
  if (!bike) {
    return c.json({ error: "not possible" }, 400);
  }
  bike.hired = true;
  return c.json({ bike: String(bike.number), price: "1.50" });
});

export default app;
