import sys


def add(a, b):
    print("\x1b[31mred\x1b[0m\x00nul")
    sys.stdout.flush()
    sys.stdout.buffer.write(b"\xff\xfe\n")
    return a + b


def reverse(text):
    return text[::-1]


def describe(number):
    return {"number": number, "names": ["one", "ein"], "even": False, "root": 1.0, "note": None}
