const notes = [];

export default {
  async fetch(request) {
    const { pathname } = new URL(request.url);
    if (pathname === "/notes" && request.method === "POST") {
      notes.push(await request.text());
      return new Response("", { status: 201 });
    }
    return new Response("", { status: 404 });
  },
};
