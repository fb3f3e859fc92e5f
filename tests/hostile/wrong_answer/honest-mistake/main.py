def add(a, b):
    return a - b


def reverse(text):
    return text[::-1]
