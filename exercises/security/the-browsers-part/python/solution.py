from urllib.parse import urlsplit

METHODS = {"GET", "HEAD", "POST"}
FIELDS = {"accept", "accept-language", "content-language"}
TYPES = {"application/x-www-form-urlencoded", "multipart/form-data", "text/plain"}
PORTS = {"http": 80, "https": 443}


def origin_of(url):
    """Return scheme, host and port of a URL in the form in which browsers write them."""
    parts = urlsplit(url)
    port = "" if parts.port in (None, PORTS.get(parts.scheme)) else f":{parts.port}"
    return f"{parts.scheme}://{parts.hostname}{port}"


def is_simple(name, value):
    """Say whether a field, its name in lower case, could come from a form as well."""
    if name == "content-type":
        return value.split(";")[0].strip().lower() in TYPES
    return name in FIELDS


def asked_fields(request):
    """Return the names of the fields that are not simple, in lower case and sorted."""
    fields = [(name.lower(), value) for name, value in request["headers"].items()]
    return sorted(name for name, value in fields if not is_simple(name, value))


def question(page, request):
    """Return the preflight that a browser sends before this request, or None."""
    fields = asked_fields(request)
    if origin_of(request["url"]) == page or (request["method"] in METHODS and not fields):
        return None
    headers = {"origin": page, "access-control-request-method": request["method"]}
    if fields:
        headers["access-control-request-headers"] = ",".join(fields)
    return {"method": "OPTIONS", "url": request["url"], "headers": headers}


def listed(text):
    """Return the parts of a list with commas."""
    return {part.strip() for part in text.split(",")}


def obstacle(page, request, answer):
    """Return what in the answer to the preflight keeps the browser from going on, or None."""
    headers, credentials = answer["headers"], request["credentials"]
    if not 200 <= answer["status"] <= 299:
        return "status"
    origin = headers.get("access-control-allow-origin")
    if origin != page and (origin != "*" or credentials):
        return "origin"
    if credentials and headers.get("access-control-allow-credentials") != "true":
        return "credentials"
    methods = listed(headers.get("access-control-allow-methods", ""))
    any_method = "*" in methods and not credentials
    if request["method"] not in METHODS | methods and not any_method:
        return "method"
    names = listed(headers.get("access-control-allow-headers", "").lower())
    any_name = "*" in names and not credentials
    for name in asked_fields(request):
        if name not in names and (name == "authorization" or not any_name):
            return "headers"
    return None
