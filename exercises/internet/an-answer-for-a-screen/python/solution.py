def book_for_screen(row):
    """Return what the screen may know about one book."""
    tags = [tag.strip() for tag in row["tags"].split(",")]
    return {
        "id": str(row["id"]),
        "title": row["title"],
        "author": row["author"],
        "available": max(0, row["copies"] - row["lent"]),
        "tags": [tag for tag in tags if tag],
        "new": row["is_new"] == 1,
    }


def books_answer(rows):
    """Return the answer for the search screen."""
    books = [book_for_screen(row) for row in rows]
    return {"count": len(books), "books": books}
