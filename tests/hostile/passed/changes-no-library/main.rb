def attempt(what)
  yield
  puts "DONE #{what}"
rescue SystemCallError, IOError, NotImplementedError
  nil
end

["/usr/local/lib/ruby/4.0.0/json.rb", "/lib/new.rb", "/code/main.rb"].each do |path|
  attempt("write #{path}") { File.write(path, "# marker") }
  attempt("append #{path}") { File.open(path, "a") { |file| file.write("# marker") } }
  attempt("delete #{path}") { File.delete(path) }
  attempt("rename #{path}") { File.rename(path, "#{path}.old") }
  attempt("truncate #{path}") { File.truncate(path, 0) }
  attempt("link #{path}") { File.symlink(path, "/tmp/link") }
end
attempt("mkdir") { Dir.mkdir("/usr/local/lib/ruby/new") }
attempt("rmdir") { Dir.rmdir("/usr/local/lib/ruby") }
attempt("mkdir") { Dir.mkdir("/code/new") }
puts "done"
