import { createHash } from "node:crypto";

const departures = [
  { line: "7", to: "Harbour", at: "08:05" },
  { line: "12", to: "Old Mill", at: "08:11" },
];

/** Says whether one of the tags in If-None-Match is this one, compared weakly. */
function fits(field, tag) {
  const given = field.split(",").map((part) => part.trim().replace(/^W\//, ""));
  return field.trim() === "*" || given.includes(tag);
}

function listDepartures(request) {
  const body = JSON.stringify(departures);
  const tag = `"${createHash("sha256").update(body).digest("hex")}"`;
  if (fits(request.headers.get("If-None-Match") ?? "", tag)) {
    return new Response(null, { status: 304, headers: { ETag: tag } });
  }
  return new Response(body, { headers: { "Content-Type": "application/json", ETag: tag } });
}

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
    return listDepartures(request);
  },
};
