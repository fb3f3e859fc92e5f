import { randomBytes } from "node:crypto";
import { Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";

const app = new Hono();
const users = new Map([
  ["sam", { password: "tulip-19", role: "tenant" }],
  ["noor", { password: "harbour-7", role: "tenant" }],
  ["iris", { password: "ledger-42", role: "accountant" }],
]);
const invoices = new Map([
  ["1041", { id: 1041, tenant: "sam", cents: 48000, note: "", reminders: 0 }],
  ["1042", { id: 1042, tenant: "noor", cents: 51500, note: "", reminders: 0 }],
  ["1043", { id: 1043, tenant: "sam", cents: 47100, note: "", reminders: 0 }],
]);
const sessions = new Map();

const nobody = (c) => c.json({ error: "log in first" }, 401);
const noInvoice = (c) => c.json({ error: "no such invoice" }, 404);
const notAllowed = (c) => c.json({ error: "not yours to do" }, 403);

/** Returns the name of whoever sent the request, or undefined. */
const currentUser = (c) => sessions.get(getCookie(c, "session"));

const isAccountant = (user) => users.get(user).role === "accountant";

const maySee = (user, invoice) => invoice.tenant === user || isAccountant(user);

/** Returns the invoice, or undefined if there is none that this user may see. */
function find(user, id) {
  const invoice = invoices.get(id);
  return invoice && maySee(user, invoice) ? invoice : undefined;
}

app.post("/login", async (c) => {
  const { user, password } = await c.req.json();
  const account = users.get(user);
  if (!account || account.password !== password) {
    return c.json({ error: "wrong name or password" }, 401);
  }
  const session = randomBytes(24).toString("hex");
  sessions.set(session, user);
  setCookie(c, "session", session, { path: "/", httpOnly: true, sameSite: "Lax" });
  return c.json({ user });
});

app.get("/invoices", (c) => {
  const user = currentUser(c);
  if (!user) {
    return nobody(c);
  }
  return c.json([...invoices.values()].filter((invoice) => maySee(user, invoice)));
});

app.get("/invoices/:id", (c) => {
  const user = currentUser(c);
  if (!user) {
    return nobody(c);
  }
  const invoice = find(user, c.req.param("id"));
  return invoice ? c.json(invoice) : noInvoice(c);
});

app.put("/invoices/:id/note", async (c) => {
  const user = currentUser(c);
  if (!user) {
    return nobody(c);
  }
  const invoice = find(user, c.req.param("id"));
  if (!invoice) {
    return noInvoice(c);
  }
  if (invoice.tenant !== user) {
    return notAllowed(c);
  }
  const { note } = await c.req.json();
  invoice.note = note;
  return c.json(invoice);
});

app.post("/invoices/:id/reminder", (c) => {
  const user = currentUser(c);
  if (!user) {
    return nobody(c);
  }
  const invoice = find(user, c.req.param("id"));
  if (!invoice) {
    return noInvoice(c);
  }
  if (!isAccountant(user)) {
    return notAllowed(c);
  }
  invoice.reminders += 1;
  return c.json(invoice);
});

export default app;
