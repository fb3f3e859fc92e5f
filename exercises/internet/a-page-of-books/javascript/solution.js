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
    let line = "<li>";
    if (book.note !== null) {
      line = `<li title="${escape(book.note)}">`;
    }
    line += `<a href="/books/${book.id}">${escape(book.title)}</a>`;
    if (book.author !== null) {
      line += ` by ${escape(book.author)}`;
    }
    lines.push(line + "</li>");
  }
  if (lines.length === 0) {
    return "<p>No new books.</p>";
  }
  return "<ul>" + lines.join("") + "</ul>";
}
