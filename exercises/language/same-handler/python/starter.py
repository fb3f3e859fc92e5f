def handle(method, path, stock):
    """Return status and body for one request to the tool club."""
    name = path.removeprefix("/tools/")
    return {"status": 200, "body": {"name": name, "left": stock[name]}}
