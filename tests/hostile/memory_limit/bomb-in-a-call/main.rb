def add(a, b) = [a, b] * (1 << 26)
