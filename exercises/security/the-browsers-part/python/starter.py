def question(page, request):
    """Return the preflight that a browser sends before this request, or None."""
    if request["url"].startswith(page):
        return None
    return {"method": "OPTIONS", "url": request["url"], "headers": {"origin": page}}


def obstacle(page, request, answer):
    """Return what in the answer to the preflight keeps the browser from going on, or None."""
    return None
