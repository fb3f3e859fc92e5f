puts (1..Float::INFINITY).sum { 1 }
