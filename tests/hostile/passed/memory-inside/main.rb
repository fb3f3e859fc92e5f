data = "x" * (16 << 20)
puts data.size
