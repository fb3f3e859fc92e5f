total = 0
30_000.times { |n| total += n * n }
puts total % 1000
