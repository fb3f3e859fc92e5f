["/etc/passwd", "../etc/passwd", "../../../../../../etc/passwd", "/code/../../etc/passwd", "/proc/self/environ", "/proc/self/maps",
 "/dev/zero", "/root", "/home", "/sys", "/lib/../../etc/hostname", "//etc/passwd"].each do |path|
  puts "READ #{path} #{File.read(path, 100)}"
rescue SystemCallError
  begin
    puts "LISTED #{path} #{Dir.children(path)}"
  rescue SystemCallError
    nil
  end
end
begin
  File.symlink("/etc/passwd", "/tmp/link")
  puts "LINKED #{File.read("/tmp/link")}"
rescue SystemCallError, NotImplementedError
  nil
end
known = %w[code lib tmp data dev usr]
puts Dir.children("/").reject { |name| known.include?(name) }.map { |name| "FOUND #{name}" }
puts "done"
