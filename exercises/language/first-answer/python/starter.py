def ask(answers, attempt):
    """Return the bank's answer at this attempt, or raise TimeoutError or PermissionError."""
    answer = answers[attempt]
    if answer == "timeout":
        raise TimeoutError("timeout")
    if answer == "forbidden":
        raise PermissionError("forbidden")
    return answer


def first_answer(answers, attempts):
    """Return the first real answer, and how many times the bank was asked."""
    return [ask(answers, 0), 1]
