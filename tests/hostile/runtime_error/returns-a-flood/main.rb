def add(_a, _b) = "x" * (16 << 20)
