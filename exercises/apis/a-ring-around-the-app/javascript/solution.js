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

/** The client's number for this request if it looks like one, or a new one. */
function numberOf(request) {
  const given = request.headers.get("X-Request-Id") ?? "";
  return /^[A-Za-z0-9-]{8,64}$/.test(given) ? given : randomBytes(16).toString("hex");
}

function problem(number) {
  const body = { title: "Internal Server Error", status: 500, request_id: number };
  const headers = { "Content-Type": "application/problem+json" };
  return new Response(JSON.stringify(body), { status: 500, headers });
}

export default {
  /** The ring around the app. */
  async fetch(request) {
    const number = numberOf(request);
    const record = { id: number, method: request.method, path: new URL(request.url).pathname };
    const headers = new Headers(request.headers);
    headers.set("X-Request-Id", number);
    let response;
    try {
      response = await inner(new Request(request, { headers }));
    } catch (error) {
      record.error = error.message;
      response = problem(number);
    }
    response.headers.set("X-Request-Id", number);
    log.push({ ...record, status: response.status });
    return response;
  },
};
