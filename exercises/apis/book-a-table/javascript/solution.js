import { Hono } from "hono";

const app = new Hono();
const reservations = [];

/** Answers in the form of RFC 9457. */
function problem(c, status, title, more = {}) {
  const body = JSON.stringify({ title, status, ...more });
  return c.body(body, status, { "Content-Type": "application/problem+json" });
}

const isName = (value) => typeof value === "string" && value.trim() !== "" && value.length <= 60;

const isParty = (value) => Number.isInteger(value) && value >= 1 && value <= 8;

function isDay(value) {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    return false;
  }
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === value;
}

/** Returns every rule that is broken. */
function check({ name, guests, day, wishes = [] }) {
  const errors = [];
  const report = (pointer, detail) => errors.push({ pointer, detail });

  if (!isName(name)) {
    report("#/name", "must be a text of 1 to 60 signs");
  }
  if (!isParty(guests)) {
    report("#/guests", "must be a whole number from 1 to 8");
  }
  if (!isDay(day)) {
    report("#/day", "must be a day such as 2026-03-14");
  }
  if (!Array.isArray(wishes)) {
    report("#/wishes", "must be a list of texts");
  } else {
    for (const [place, wish] of wishes.entries()) {
      if (typeof wish !== "string") {
        report(`#/wishes/${place}`, "must be a text");
      }
    }
  }
  return errors;
}

app.post("/reservations", async (c) => {
  let data;
  try {
    data = JSON.parse(await c.req.text());
  } catch {
    return problem(c, 400, "The body is no JSON");
  }
  if (typeof data !== "object" || data === null || Array.isArray(data)) {
    return problem(c, 400, "The body is no object");
  }
  const errors = check(data);
  if (errors.length > 0) {
    const type = "https://example.com/problems/invalid-reservation";
    return problem(c, 422, "The reservation is not valid", { type, errors });
  }

  const { name, guests, day, wishes = [] } = data;
  const reservation = { id: reservations.length + 1, name, guests, day, wishes };
  reservations.push(reservation);
  return c.json(reservation, 201);
});

app.notFound((c) => problem(c, 404, "There is nothing at this address"));

export default app;
