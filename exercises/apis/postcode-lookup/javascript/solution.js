const towns = new Map([["1050", "Elsene"], ["9000", "Gent"]]);
const allowed = 3;
const within = 10; // seconds
const passed = new Map(); // client -> times of the requests that passed

/** The times of this client's requests that still count, the oldest first. */
function recent(client, now) {
  const times = (passed.get(client) ?? []).filter((at) => now - at < within);
  passed.set(client, times);
  return times;
}

function lookUp(request, code) {
  const now = Date.now() / 1000;
  const times = recent(request.headers.get("Api-Key"), now);
  if (times.length >= allowed) {
    const wait = Math.max(1, Math.ceil(times[0] + within - now));
    const headers = { "Retry-After": String(wait), "RateLimit-Remaining": "0" };
    return Response.json({ error: "too many requests" }, { status: 429, headers });
  }
  times.push(now);
  const headers = { "RateLimit-Remaining": String(allowed - times.length) };
  if (!towns.has(code)) {
    return Response.json({ error: "no such code" }, { status: 404, headers });
  }
  return Response.json({ code, town: towns.get(code) }, { headers });
}

export default {
  async fetch(request) {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith("/sleep/")) { // for the tests: lets the time pass
      await new Promise((done) => setTimeout(done, 1000 * Number(pathname.slice("/sleep/".length))));
      return new Response(null, { status: 204 });
    }
    if (pathname === "/health") {
      return Response.json({ ok: true });
    }
    if (pathname.startsWith("/postcodes/")) {
      return lookUp(request, pathname.slice("/postcodes/".length));
    }
    return Response.json({ error: "not found" }, { status: 404 });
  },
};
