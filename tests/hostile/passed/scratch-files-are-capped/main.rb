begin
  File.open("/tmp/big", "wb") do |file|
    (1 << 14).times { file.syswrite("x" * (1 << 16)) }
  end
  puts "NO END"
rescue SystemCallError
  puts "capped"
end
1_000_000.times do |n|
  File.write("/tmp/#{n}", "")
rescue SystemCallError
  puts "capped"
  break
end
