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

app.post("/episodes", async (c) => {
  const episode = { ...(await c.req.json()), id: episodes.length + 1 };
  episodes.push(episode);
  return c.json(episode, 201);
});

app.get("/episodes", (c) => c.json({ items: episodes, next: null }));

export default app;
