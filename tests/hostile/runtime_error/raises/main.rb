def divide(a, b)
  raise ZeroDivisionError, "division by zero" if b == 0

  a / b
end

puts "before"
divide(1, 0)
