/** Makes data fit for HTML. */
function escape(text) {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** Returns the HTML of a list of books. */
export function bookList(books) {
  const lines = [];
  for (const book of books) {
    let line = `<li><a href="/books/${book.id}">${book.title}</a>`;
    line = line + ` by ${book.author}</li>`;
    lines.push(line);
  }
  return "<ul>" + lines.join("") + "</ul>";
}
