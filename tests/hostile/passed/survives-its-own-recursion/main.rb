def deeper = deeper()

3.times do
  deeper
rescue SystemStackError
  puts "caught"
end
