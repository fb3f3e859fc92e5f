def may_repeat(method, outcome, repeated):
    """Say whether a program may send this request again on its own."""
    # Reading may be repeated. What about the rest, and the outcome?
    return method == "GET"
