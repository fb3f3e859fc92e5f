total = 0
3_000_000.times { |n| total += n * n }
puts total % 1000
