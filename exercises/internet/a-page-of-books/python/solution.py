from html import escape  # escape(text) makes data fit for HTML


def book_list(books):
    """Return the HTML of a list of books."""
    lines = []
    for book in books:
        line = "<li>"
        if book["note"] is not None:
            line = f'<li title="{escape(book["note"])}">'
        line += f'<a href="/books/{book["id"]}">{escape(book["title"])}</a>'
        if book["author"] is not None:
            line += f' by {escape(book["author"])}'
        lines.append(line + "</li>")
    if not lines:
        return "<p>No new books.</p>"
    return "<ul>" + "".join(lines) + "</ul>"
