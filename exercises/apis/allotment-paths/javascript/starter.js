const plots = [
  { number: 3, gardener: "Ines", square_metres: 180 },
  { number: 7, gardener: null, square_metres: 210 },
  { number: 12, gardener: "Piotr", square_metres: 150 },
  { number: 15, gardener: null, square_metres: 95 },
];

export default {
  /** Answers one request. */
  async fetch(request) {
    const path = new URL(request.url).pathname;
    if (request.method === "GET" && path === "/plots") {
      return Response.json(plots);
    }
    return Response.json({ error: "not found" }, { status: 404 });
  },
};
