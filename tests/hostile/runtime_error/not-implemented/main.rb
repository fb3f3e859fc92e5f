def add(_a, _b) = raise(NotImplementedError, "write me")
