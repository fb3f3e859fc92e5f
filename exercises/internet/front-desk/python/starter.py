def choose_handler(method, path):
    """Return the name of the handler that takes this request."""
    # The first row of the table. Write the other rows below it, in the same way.
    if method == "GET" and path == "/books":
        return "list_books"
