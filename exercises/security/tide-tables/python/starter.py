def cors(method, headers):
    """Return the status, if the request ends here, and the header fields to add."""
    added = {}
    if "origin" in headers:
        added["Access-Control-Allow-Origin"] = headers["origin"]
        added["Access-Control-Allow-Credentials"] = "true"
    if method == "OPTIONS" and "access-control-request-method" in headers:
        added["Access-Control-Allow-Methods"] = "GET, PUT"
        added["Access-Control-Allow-Headers"] = "content-type"
        added["Access-Control-Max-Age"] = "600"
        return {"status": 204, "headers": added}
    return {"status": None, "headers": added}
