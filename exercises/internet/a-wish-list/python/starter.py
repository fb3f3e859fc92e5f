# path -> book
wishes = {}


def handle(method, path, book):
    """Do what the request asks. Return what is stored there then, or None."""
    if method == "POST":
        path = "/wishes/1"
        wishes[path] = book
        return {"path": path, "book": book}
    # PUT and DELETE are missing.
    return {"path": path, "book": wishes[path]}
