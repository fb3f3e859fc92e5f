nested = []
200_000.times { nested = [nested] }
puts nested.inspect
