import fs from "node:fs";

const STORE = "/data/notes.json";
const notes = () => (fs.existsSync(STORE) ? JSON.parse(fs.readFileSync(STORE, "utf8")) : []);
const json = (value, init) => Response.json(value, init);

async function fetch(request) {
  const url = new URL(request.url);
  if (url.pathname === "/hello") {
    const name = url.searchParams.get("name");
    const cookie = request.headers.get("cookie") ?? "name=stranger";
    return new Response(`hello ${cookie.split("=")[1]}`, { headers: name ? { "set-cookie": `name=${name}; Path=/` } : {} });
  }
  if (request.method === "POST") {
    const all = notes();
    const note = { id: all.length + 1, ...(await request.json()) };
    fs.writeFileSync(STORE, JSON.stringify([...all, note]));
    return json(note, { status: 201, headers: { location: `/notes/${note.id}` } });
  }
  const note = notes().find(({ id }) => url.pathname === `/notes/${id}`);
  return note ? json(note) : json({}, { status: 404 });
}

export default { fetch };
