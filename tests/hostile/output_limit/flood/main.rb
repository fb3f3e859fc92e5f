puts "x" * 1000 while true
