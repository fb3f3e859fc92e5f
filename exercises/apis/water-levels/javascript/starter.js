import { Hono } from "hono";

const app = new Hono();

const levels = [
  { gauge: "Old Bridge", river: "Lenne", level_cm: 182 },
  { gauge: 'Mill "Old Wheel"', river: "Lenne", level_cm: 97 },
  { gauge: "Port, north basin", river: "Ærå", level_cm: null },
];

/** Returns the offered media type that the client likes best, or null. */
function chooseFormat(accept, offered) {
  const entries = new Map();
  for (const part of (accept || "*/*").toLowerCase().split(",")) {
    const [name, ...params] = part.split(";").map((piece) => piece.trim());
    const q = params.find((param) => param.startsWith("q="));
    entries.set(name, q === undefined ? 1 : Number(q.slice(2)));
  }
  let best = null;
  let bestQ = 0;
  for (const mediaType of offered) {
    const family = mediaType.split("/")[0] + "/*";
    const fitting = [mediaType, family, "*/*"].find((name) => entries.has(name));
    const q = entries.get(fitting) ?? 0;
    if (q > bestQ) {
      best = mediaType;
      bestQ = q;
    }
  }
  return best;
}

app.get("/levels", (c) => c.json(levels));

export default app;
