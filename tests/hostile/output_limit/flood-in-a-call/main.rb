def add(a, b)
  puts a + b while true
end
