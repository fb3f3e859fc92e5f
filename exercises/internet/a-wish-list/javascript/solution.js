// path -> book
const wishes = new Map();
let lastNumber = 0;

/** Does what the request asks. Returns what is stored there then, or null. */
export function handle(method, path, book) {
  if (method === "POST") {
    lastNumber = lastNumber + 1;
    path = "/wishes/" + lastNumber;
    wishes.set(path, book);
  } else if (method === "PUT") {
    wishes.set(path, book);
  } else if (method === "DELETE") {
    wishes.delete(path);
  }

  if (!wishes.has(path)) {
    return null;
  }
  return { path: path, book: wishes.get(path) };
}
