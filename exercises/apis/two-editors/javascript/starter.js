import { Hono } from "hono";

const app = new Hono();
const dogs = new Map([["bruno", { age: 4, note: "" }]]);

app.get("/dogs/:name", (c) => {
  const dog = dogs.get(c.req.param("name"));
  return dog ? c.json(dog) : c.json({ error: "no such dog" }, 404);
});

app.put("/dogs/:name", async (c) => {
  const dog = await c.req.json();
  dogs.set(c.req.param("name"), dog);
  return c.json(dog);
});

export default app;
