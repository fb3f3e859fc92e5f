const departures = [
  { to: "Ærø", at: "07:40" },
  { to: "Samsø", at: "08:15" },
  { to: "Hven", at: "08:15" },
  { to: "Ærø", at: "09:40" },
];

export default {
  /** Answers one request. */
  async fetch(request) {
    const path = new URL(request.url).pathname;
    if (path === "/departures") {
      return Response.json(departures);
    }
    if (path === "/health") {
      return new Response("ok", { headers: { "Content-Type": "text/plain" } });
    }
    return Response.json({ error: "not found" }, { status: 404 });
  },
};
