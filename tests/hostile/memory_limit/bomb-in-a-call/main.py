def add(a, b):
    return [a, b] * (1 << 26)
