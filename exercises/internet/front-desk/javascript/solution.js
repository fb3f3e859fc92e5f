/** Returns the name of the handler that takes this request. */
export function chooseHandler(method, path) {
  if (method === "GET" && path === "/books") {
    return "list_books";
  }
  if (method === "POST" && path === "/books") {
    return "add_book";
  }
  if (method === "GET" && path === "/opening-hours") {
    return "show_opening_hours";
  }
  return "not_found";
}
