const departures = [
  { to: "Ærø", at: "07:40" },
  { to: "Samsø", at: "08:15" },
  { to: "Hven", at: "08:15" },
  { to: "Ærø", at: "09:40" },
];

export default {
  /** Answers one request. */
  async fetch(request) {
    // Every request gets the same answer so far. Look at the path in request.url.
    return new Response("hello", { headers: { "Content-Type": "text/html" } });
  },
};
