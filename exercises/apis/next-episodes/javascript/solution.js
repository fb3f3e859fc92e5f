import { Hono } from "hono";

const app = new Hono();
const episodes = [
  { id: 1, show: "Rivers & Roads", title: "The Mill", minutes: 31, published: "2026-03-01" },
  { id: 2, show: "Night Shift", title: "Bread at Four", minutes: 55, published: "2026-03-01" },
  { id: 3, show: "Rivers & Roads", title: "A Ferry", minutes: 28, published: "2026-03-02" },
  { id: 4, show: "Night Shift", title: "Switchboard", minutes: 31, published: "2026-03-02" },
  { id: 5, show: "Rivers & Roads", title: "Salt", minutes: 42, published: "2026-03-02" },
  { id: 6, show: "Small Words", title: "Rust", minutes: 12, published: "2026-03-04" },
  { id: 7, show: "Night Shift", title: "Corridor", minutes: 31, published: "2026-03-05" },
  { id: 8, show: "Rivers & Roads", title: "The Weir", minutes: 35, published: "2026-03-07" },
  { id: 9, show: "Small Words", title: "Frost", minutes: 12, published: "2026-03-08" },
  { id: 10, show: "Night Shift", title: "Last Bus", minutes: 61, published: "2026-03-09" },
  { id: 11, show: "Rivers & Roads", title: "Headwater", minutes: 31, published: "2026-03-09" },
  { id: 12, show: "Small Words", title: "Moss", minutes: 14, published: "2026-03-11" },
];

// The words of `sort`, the field that each one means, and its direction.
const orders = {
  published: ["published", 1],
  "-published": ["published", -1],
  minutes: ["minutes", 1],
  "-minutes": ["minutes", -1],
};
const cursors = { published: /^(\d{4}-\d{2}-\d{2})_(\d+)$/, minutes: /^(\d+)_(\d+)$/ };

/** Returns the place at which the last page ended, or null if this is no cursor. */
function readCursor(text, field) {
  const found = cursors[field].exec(text);
  if (found === null) {
    return null;
  }
  return { [field]: field === "minutes" ? Number(found[1]) : found[1], id: Number(found[2]) };
}

app.post("/episodes", async (c) => {
  const episode = { ...(await c.req.json()), id: episodes.length + 1 };
  episodes.push(episode);
  return c.json(episode, 201);
});

app.get("/episodes", (c) => {
  const refuse = (error) => c.json({ error }, 400);
  const given = c.req.query();
  const { limit = "5", sort = "-published", show, after } = given;

  if (!/^[0-9]{1,2}$/.test(limit) || Number(limit) < 1 || Number(limit) > 50) {
    return refuse("limit must be a whole number from 1 to 50");
  }
  if (!Object.hasOwn(orders, sort)) {
    return refuse(`sort must be one of ${Object.keys(orders).join(", ")}`);
  }
  const [field, direction] = orders[sort];
  const compare = (a, b) => {
    if (a[field] !== b[field]) {
      return a[field] < b[field] ? -direction : direction;
    }
    return a.id - b.id;
  };

  let found = episodes.filter((episode) => show === undefined || episode.show === show).sort(compare);
  if (after !== undefined) {
    const place = readCursor(after, field);
    if (place === null) {
      return refuse("after must be a cursor from an earlier answer");
    }
    found = found.filter((episode) => compare(place, episode) < 0);
  }

  const items = found.slice(0, Number(limit));
  let next = null;
  if (found.length > items.length) {
    const last = items.at(-1);
    next = `/episodes?${new URLSearchParams({ ...given, after: `${last[field]}_${last.id}` })}`;
  }
  return c.json({ items, next });
});

export default app;
