class Endless(list):
    def __iter__(self):
        while True:
            yield from ()


def add(a, b):
    return Endless([a + b])
