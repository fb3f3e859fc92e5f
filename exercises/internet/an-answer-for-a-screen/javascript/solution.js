/** Returns what the screen may know about one book. */
function bookForScreen(row) {
  const tags = row.tags.split(",").map((tag) => tag.trim());
  return {
    id: String(row.id),
    title: row.title,
    author: row.author,
    available: Math.max(0, row.copies - row.lent),
    tags: tags.filter((tag) => tag !== ""),
    new: row.is_new === 1,
  };
}

/** Returns the answer for the search screen. */
export function booksAnswer(rows) {
  const books = rows.map(bookForScreen);
  return { count: books.length, books: books };
}
