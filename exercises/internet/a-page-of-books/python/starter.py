from html import escape  # escape(text) makes data fit for HTML


def book_list(books):
    """Return the HTML of a list of books."""
    lines = []
    for book in books:
        line = f'<li><a href="/books/{book["id"]}">{book["title"]}</a>'
        line = line + f' by {book["author"]}</li>'
        lines.append(line)
    return "<ul>" + "".join(lines) + "</ul>"
