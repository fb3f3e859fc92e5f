def add(_a, _b) = Float::NAN
