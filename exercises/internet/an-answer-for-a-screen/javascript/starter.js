/** Returns the answer for the search screen. */
export function booksAnswer(rows) {
  // The screen wants other fields than the database has.
  return { count: rows.length, books: rows };
}
