def books_answer(rows):
    """Return the answer for the search screen."""
    # The screen wants other fields than the database has.
    return {"count": len(rows), "books": rows}
