def add(a, b) = 100_000.times.reduce(a + b) { |inner, _| [inner] }
