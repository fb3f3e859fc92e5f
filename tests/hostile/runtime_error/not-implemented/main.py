def add(a, b):
    raise NotImplementedError("write me")
