import { randomBytes } from "node:crypto";

const log = [];

/** The app. Leave it as it is. */
async function inner(request) {
  const { pathname, searchParams } = new URL(request.url);
  if (pathname === "/crash") {
    throw new Error("cannot reach db.example.com with hunter2");
  }
  if (pathname === "/whoami") {
    return Response.json({ id: request.headers.get("X-Request-Id") });
  }
  if (pathname === "/log") {
    return Response.json(log);
  }
  if (pathname === "/bookings") {
    const booking = { lane: searchParams.get("lane"), ...(await request.json()) };
    return Response.json(booking, { status: 201, headers: { Location: "/bookings/1" } });
  }
  return Response.json({ error: "not found" }, { status: 404 });
}

export default {
  /** The ring around the app. */
  async fetch(request) {
    return inner(request);
  },
};
