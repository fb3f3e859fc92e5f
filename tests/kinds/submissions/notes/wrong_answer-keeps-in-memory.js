const notes = [];
export default {
  async fetch(request) {
    const url = new URL(request.url);
    if (request.method === "POST") {
      const note = { id: notes.length + 1, ...(await request.json()) };
      notes.push(note);
      return Response.json(note, { status: 201, headers: { location: `/notes/${note.id}` } });
    }
    const note = notes.find(({ id }) => url.pathname === `/notes/${id}`);
    return note ? Response.json(note) : Response.json({}, { status: 404 });
  },
};
