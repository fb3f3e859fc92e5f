def add(_a, _b) = Enumerator.produce(1, &:succ).to_a
