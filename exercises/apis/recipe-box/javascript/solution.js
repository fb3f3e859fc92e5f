import { Hono } from "hono";

const app = new Hono();
const patchType = "application/merge-patch+json";
const recipes = new Map([["pea-soup", { title: "Pea soup", portions: 40, note: "smoky" }]]);

/** Returns the body as an object, or null if it is no JSON object. */
async function readObject(request) {
  try {
    const data = JSON.parse(await request.text());
    return typeof data === "object" && !Array.isArray(data) ? data : null;
  } catch {
    return null;
  }
}

/** Returns the recipe in this object with its own fields only, or null if it is not valid. */
function readRecipe({ title, portions, note }) {
  const valid =
    typeof title === "string" && title !== "" &&
    Number.isInteger(portions) && portions >= 1 && portions <= 500 &&
    (note === undefined || typeof note === "string");
  if (!valid) {
    return null;
  }
  return note === undefined ? { title, portions } : { title, portions, note };
}

app.get("/recipes", (c) => c.json([...recipes.keys()].sort()));

app.get("/recipes/:name", (c) => {
  const recipe = recipes.get(c.req.param("name"));
  return recipe ? c.json(recipe) : c.json({ error: "no such recipe" }, 404);
});

app.put("/recipes/:name", async (c) => {
  const data = await readObject(c.req);
  if (data === null) {
    return c.json({ error: "a JSON object is wanted" }, 400);
  }
  const recipe = readRecipe(data);
  if (recipe === null) {
    return c.json({ error: "not a valid recipe" }, 422);
  }
  const name = c.req.param("name");
  const isNew = !recipes.has(name);
  recipes.set(name, recipe);
  return isNew ? c.json(recipe, 201, { Location: `/recipes/${name}` }) : c.json(recipe);
});

app.patch("/recipes/:name", async (c) => {
  const name = c.req.param("name");
  if (!recipes.has(name)) {
    return c.json({ error: "no such recipe" }, 404);
  }
  const type = (c.req.header("Content-Type") ?? "").split(";")[0].trim().toLowerCase();
  if (type !== patchType) {
    return c.json({ error: `send ${patchType}` }, 415, { "Accept-Patch": patchType });
  }
  const patch = await readObject(c.req);
  if (patch === null) {
    return c.json({ error: "a JSON object is wanted" }, 400);
  }
  const merged = Object.entries({ ...recipes.get(name), ...patch }).filter(([, value]) => value !== null);
  const recipe = readRecipe(Object.fromEntries(merged));
  if (recipe === null) {
    return c.json({ error: "this would not leave a valid recipe" }, 422);
  }
  recipes.set(name, recipe);
  return c.json(recipe);
});

app.delete("/recipes/:name", (c) => {
  const wasThere = recipes.delete(c.req.param("name"));
  return wasThere ? c.body(null, 204) : c.json({ error: "no such recipe" }, 404);
});

export default app;
