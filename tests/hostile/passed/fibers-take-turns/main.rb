fiber = Fiber.new do |first|
  second = Fiber.yield(first)
  Fiber.yield(second)
  raise "boom"
end
puts fiber.resume(1), fiber.resume(2)
numbers = Enumerator.new { |list| 3.times { |n| list << n + 10 } }
p Array.new(3) { numbers.next }
begin
  numbers.next
rescue StopIteration => error
  puts error.class
end
begin
  fiber.resume
rescue RuntimeError => error
  puts error.message
end
