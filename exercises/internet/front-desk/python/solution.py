def choose_handler(method, path):
    """Return the name of the handler that takes this request."""
    if method == "GET" and path == "/books":
        return "list_books"
    if method == "POST" and path == "/books":
        return "add_book"
    if method == "GET" and path == "/opening-hours":
        return "show_opening_hours"
    return "not_found"
