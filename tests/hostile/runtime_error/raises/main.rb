def divide(a, b) = a / b

puts "before"
divide(1, 0)
