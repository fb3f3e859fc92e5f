def cookie_field(cookies, request):
    """Return the value of the Cookie field, or None if there is none."""
    pieces = []
    for cookie in cookies:
        # Does anything stand against this cookie?
        pieces.append(cookie["name"] + "=" + cookie["value"])
    return "; ".join(pieces)
