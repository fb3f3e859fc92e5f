data = begin
  "x" * (1 << 30)
rescue NoMemoryError
  "x" * (1 << 10)
end
puts data.size
