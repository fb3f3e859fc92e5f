begin
  text = ARGV[0] ? File.read(ARGV[0]) : $stdin.read
rescue Errno::ENOENT
  warn "#{ARGV[0]} is not there"
  exit 2
end
count = text.lines.length
ARGV[1] ? File.write(ARGV[1], count.to_s) : puts(count)
