def choose_handler(method, path):
    """Return the name of the handler that takes this request."""
    # The first row of the table. Write the others below it.
    if method == "GET" and path == "/books":
        return "list_books"
