TRUSTED = {"https://skippers.example.org", "https://desk.example.org"}


def cors(method, headers):
    """Return the status, if the request ends here, and the header fields to add."""
    added = {"Vary": "Origin"}
    origin = headers.get("origin")
    trusted = origin in TRUSTED
    if trusted:
        added["Access-Control-Allow-Origin"] = origin
        added["Access-Control-Allow-Credentials"] = "true"
    if method != "OPTIONS" or "access-control-request-method" not in headers:
        return {"status": None, "headers": added}
    if not trusted:
        return {"status": 403, "headers": added}
    added["Access-Control-Allow-Methods"] = "GET, PUT"
    added["Access-Control-Allow-Headers"] = "content-type"
    added["Access-Control-Max-Age"] = "600"
    return {"status": 204, "headers": added}
