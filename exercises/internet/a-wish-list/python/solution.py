# path -> book
wishes = {}
last_number = 0


def handle(method, path, book):
    """Do what the request asks. Return what is stored there then, or None."""
    global last_number
    if method == "POST":
        last_number = last_number + 1
        path = "/wishes/" + str(last_number)
        wishes[path] = book
    elif method == "PUT":
        wishes[path] = book
    elif method == "DELETE":
        wishes.pop(path, None)

    if path not in wishes:
        return None
    return {"path": path, "book": wishes[path]}
