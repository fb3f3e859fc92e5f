import { Hono } from "hono";

const app = new Hono();
const dogs = new Map([["bruno", { version: 1, data: { age: 4, note: "" } }]]);

const tag = (dog) => `"v${dog.version}"`;

/** Says whether If-Match fits this dog. A weak tag is another text, so it never does. */
function fits(field, dog) {
  if (dog === undefined) {
    return false;
  }
  return field.trim() === "*" || field.split(",").some((part) => part.trim() === tag(dog));
}

app.get("/dogs/:name", (c) => {
  const dog = dogs.get(c.req.param("name"));
  return dog ? c.json(dog.data, 200, { ETag: tag(dog) }) : c.json({ error: "no such dog" }, 404);
});

app.put("/dogs/:name", async (c) => {
  const name = c.req.param("name");
  const dog = dogs.get(name);
  const ifMatch = c.req.header("If-Match");
  const onlyIfNew = c.req.header("If-None-Match") === "*";
  if (ifMatch === undefined && !onlyIfNew) {
    return c.json({ error: "say which state you have seen, with If-Match or If-None-Match: *" }, 428);
  }
  if ((ifMatch !== undefined && !fits(ifMatch, dog)) || (onlyIfNew && dog)) {
    return c.json({ error: "the state is another one" }, 412, dog ? { ETag: tag(dog) } : {});
  }

  const next = { version: dog ? dog.version + 1 : 1, data: await c.req.json() };
  dogs.set(name, next);
  return c.json(next.data, dog ? 200 : 201, { ETag: tag(next) });
});

export default app;
