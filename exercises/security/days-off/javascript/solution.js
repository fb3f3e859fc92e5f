import { randomBytes, timingSafeEqual } from "node:crypto";
import { Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";

const app = new Hono();
const passwords = new Map([["ines", "rye-1"], ["bo", "oat-2"]]);
const sessions = new Map(); // id -> { user, token }
const requests = [];

const nobody = (c) => c.json({ error: "log in first" }, 401);
const forged = (c) => c.json({ error: "this form is not ours" }, 403);

const currentSession = (c) => sessions.get(getCookie(c, "session"));

/** Says whether the form came from a page of this session. */
function isOurs(session, { csrf = "" }) {
  const [given, expected] = [Buffer.from(String(csrf)), Buffer.from(session.token)];
  return given.length === expected.length && timingSafeEqual(given, expected);
}

app.post("/login", async (c) => {
  const { user, password } = await c.req.json();
  if (passwords.get(user) !== password) {
    return c.json({ error: "wrong name or password" }, 401);
  }
  const session = randomBytes(24).toString("base64url");
  sessions.set(session, { user, token: randomBytes(24).toString("base64url") });
  setCookie(c, "session", session, { path: "/", httpOnly: true, sameSite: "Lax" });
  return c.json({ user });
});

app.get("/token", (c) => {
  const session = currentSession(c);
  return session ? c.json({ token: session.token }) : nobody(c);
});

app.get("/leave", (c) => {
  const session = currentSession(c);
  if (!session) {
    return nobody(c);
  }
  const mine = requests.filter(({ user }) => user === session.user);
  return c.json(mine.map(({ id, days, cancelled }) => ({ id, days, cancelled })));
});

app.post("/leave", async (c) => {
  const session = currentSession(c);
  if (!session) {
    return nobody(c);
  }
  const form = await c.req.parseBody();
  if (!isOurs(session, form)) {
    return forged(c);
  }
  const entry = { id: requests.length + 1, user: session.user, days: Number(form.days), cancelled: false };
  requests.push(entry);
  return c.json({ id: entry.id }, 201);
});

app.post("/leave/:id/cancel", async (c) => {
  const session = currentSession(c);
  if (!session) {
    return nobody(c);
  }
  if (!isOurs(session, await c.req.parseBody())) {
    return forged(c);
  }
  const entry = requests.find(({ id, user }) => id === Number(c.req.param("id")) && user === session.user);
  if (!entry) {
    return c.json({ error: "no such request" }, 404);
  }
  entry.cancelled = true;
  return c.json({ id: entry.id });
});

app.get("/leave/:id/cancel", (c) => c.json({ error: "cancelling is a POST" }, 405, { Allow: "POST" }));

export default app;
