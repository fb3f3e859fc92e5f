import { Hono } from "hono";

const app = new Hono();

const levels = [
  { gauge: "Old Bridge", river: "Lenne", level_cm: 182 },
  { gauge: 'Mill "Old Wheel"', river: "Lenne", level_cm: 97 },
  { gauge: "Port, north basin", river: "Ærå", level_cm: null },
];
const formats = new Map([["json", "application/json"], ["csv", "text/csv"]]);

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

/** One value as RFC 4180 wants it. */
function csvValue(value) {
  const text = value === null ? "" : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function asCsv(rows) {
  const names = ["gauge", "river", "level_cm"];
  const lines = [names, ...rows.map((row) => names.map((name) => row[name]))];
  return lines.map((line) => line.map(csvValue).join(",") + "\r\n").join("");
}

app.get("/levels", (c) => {
  c.header("Vary", "Accept");
  const wish = c.req.query("format");
  if (wish !== undefined && !formats.has(wish)) {
    return c.json({ error: "format is json or csv" }, 400);
  }
  const offered = [...formats.values()];
  const chosen = wish ? formats.get(wish) : chooseFormat(c.req.header("Accept"), offered);
  if (chosen === null) {
    return c.json({ error: "none of the forms is acceptable", available: offered }, 406);
  }
  if (chosen === "text/csv") {
    return c.body(asCsv(levels), 200, { "Content-Type": "text/csv; charset=utf-8" });
  }
  return c.json(levels);
});

export default app;
