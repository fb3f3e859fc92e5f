from itertools import count

made = count()


def new_code():
    number = next(made)
    while number == 3:
        pass
    return "abcdef"
