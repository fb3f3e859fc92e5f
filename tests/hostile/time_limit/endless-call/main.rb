def add(a, b)
  a, b = b, a while a != b
end
