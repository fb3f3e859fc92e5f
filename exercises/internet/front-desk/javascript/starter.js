/** Returns the name of the handler that takes this request. */
export function chooseHandler(method, path) {
  // The first row of the table. Write the others below it.
  if (method === "GET" && path === "/books") {
    return "list_books";
  }
}
