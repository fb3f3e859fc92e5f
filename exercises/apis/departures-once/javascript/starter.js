const departures = [
  { line: "7", to: "Harbour", at: "08:05" },
  { line: "12", to: "Old Mill", at: "08:11" },
];

export default {
  async fetch(request) {
    const { pathname } = new URL(request.url);
    if (pathname !== "/departures") {
      return Response.json({ error: "not found" }, { status: 404 });
    }
    if (request.method === "POST") {
      const departure = await request.json();
      departures.push(departure);
      departures.splice(0, departures.length - 3); // the board has three lines
      return Response.json(departure, { status: 201 });
    }
    return Response.json(departures);
  },
};
