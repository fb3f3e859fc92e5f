import random
import string


def new_code():
    return "".join(random.choices(string.ascii_lowercase, k=6))
