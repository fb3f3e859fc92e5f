sleep 31
puts "awake"
