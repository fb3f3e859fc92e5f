# The first of these that was found decides.
PROBLEMS = [
    ("no_such_path", 404),
    ("wrong_method", 405),
    ("not_logged_in", 401),
    ("not_allowed", 403),
    ("not_found", 404),
    ("unreadable", 400),
    ("invalid", 422),
    ("conflict", 409),
]
DONE = {"read": 200, "changed": 200, "created": 201, "accepted": 202, "deleted": 204}


def choose_status(problems, done):
    """Return the status code for what a handler found out."""
    for problem, code in PROBLEMS:
        if problem in problems:
            return code
    if problems:
        return 500
    return DONE[done]
