const towns = new Map([["1050", "Elsene"], ["9000", "Gent"]]);

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
      const code = pathname.slice("/postcodes/".length);
      if (towns.has(code)) {
        return Response.json({ code, town: towns.get(code) });
      }
    }
    return Response.json({ error: "not found" }, { status: 404 });
  },
};
