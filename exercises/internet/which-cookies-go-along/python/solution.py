SAFE = ("GET", "HEAD", "OPTIONS", "TRACE")


def goes_along(cookie, request):
    """Say whether the browser sends this cookie with the request."""
    if cookie["expires"] is not None and request["now"] >= cookie["expires"]:
        return False
    if cookie["secure"] and not request["encrypted"]:
        return False
    if request["cross_site"]:
        if cookie["same_site"] == "strict":
            return False
        if cookie["same_site"] == "lax":
            return request["navigation"] and request["method"] in SAFE
    return True


def cookie_field(cookies, request):
    """Return the value of the Cookie field, or None if there is none."""
    pieces = []
    for cookie in cookies:
        if goes_along(cookie, request):
            pieces.append(cookie["name"] + "=" + cookie["value"])
    if not pieces:
        return None
    return "; ".join(pieces)
