def add(a, b):
    return "x" * (16 << 20)
