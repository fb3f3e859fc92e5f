import { randomBytes } from "node:crypto";
import { Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";

const app = new Hono();
const passwords = new Map([["ines", "rye-1"], ["bo", "oat-2"]]);
const sessions = new Map();
const requests = [];

const nobody = (c) => c.json({ error: "log in first" }, 401);

const currentUser = (c) => sessions.get(getCookie(c, "session"));

app.post("/login", async (c) => {
  const { user, password } = await c.req.json();
  if (passwords.get(user) !== password) {
    return c.json({ error: "wrong name or password" }, 401);
  }
  const session = randomBytes(24).toString("base64url");
  sessions.set(session, user);
  setCookie(c, "session", session, { path: "/", httpOnly: true, sameSite: "Lax" });
  return c.json({ user });
});

app.get("/token", (c) => (currentUser(c) ? c.json({ token: "bakery-2024" }) : nobody(c)));

app.get("/leave", (c) => {
  const user = currentUser(c);
  if (!user) {
    return nobody(c);
  }
  return c.json(requests.filter((entry) => entry.user === user).map(({ id, days, cancelled }) => ({ id, days, cancelled })));
});

app.post("/leave", async (c) => {
  const user = currentUser(c);
  if (!user) {
    return nobody(c);
  }
  const { days } = await c.req.parseBody();
  const entry = { id: requests.length + 1, user, days: Number(days), cancelled: false };
  requests.push(entry);
  return c.json({ id: entry.id }, 201);
});

app.on(["GET", "POST"], "/leave/:id/cancel", (c) => {
  const user = currentUser(c);
  if (!user) {
    return nobody(c);
  }
  const entry = requests.find(({ id, user: owner }) => id === Number(c.req.param("id")) && owner === user);
  if (!entry) {
    return c.json({ error: "no such request" }, 404);
  }
  entry.cancelled = true;
  return c.json({ id: entry.id });
});

export default app;
