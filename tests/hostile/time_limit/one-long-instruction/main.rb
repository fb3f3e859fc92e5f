puts (7**(7**9 / 4)).to_s.size
