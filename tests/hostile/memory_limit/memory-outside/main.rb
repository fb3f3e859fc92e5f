data = "x" * (128 << 20)
puts data.size
