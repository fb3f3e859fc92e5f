def error(status, message):
    return {"status": status, "body": {"error": message}}


def handle(method, path, stock):
    """Return status and body for one request to the tool club."""
    match path.split("/"):
        case ["", "tools", name] if name:
            allowed = "GET"
        case ["", "tools", name, "loans"] if name:
            allowed = "POST"
        case _:
            return error(404, "not found")
    if method != allowed:
        return error(405, "method not allowed")
    if name not in stock:
        return error(404, "no such tool")

    left = stock[name]
    if method == "GET":
        return {"status": 200, "body": {"name": name, "left": left}}
    if left == 0:
        return error(409, "none left")
    return {"status": 201, "body": {"name": name, "left": left - 1}}
