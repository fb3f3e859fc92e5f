import { Hono } from "hono";

const app = new Hono();
const recipes = new Map([["pea-soup", { title: "Pea soup", portions: 40, note: "smoky" }]]);

app.get("/recipes", (c) => c.json([...recipes.keys()].sort()));

app.get("/recipes/:name", (c) => {
  const recipe = recipes.get(c.req.param("name"));
  return recipe ? c.json(recipe) : c.json({ error: "no such recipe" }, 404);
});

export default app;
