def attempt(what)
  yield
  puts "DONE #{what}"
rescue StandardError, ScriptError
  nil
end

attempt("connect") { require "socket"; TCPSocket.new("127.0.0.1", 80) }
attempt("listen") { require "socket"; TCPServer.new("0.0.0.0", 8080) }
attempt("download") { require "net/http"; Net::HTTP.get(URI("http://127.0.0.1/")) }
attempt("open-uri") { require "open-uri"; URI.open("http://127.0.0.1/") }
attempt("system") { system("id") }
attempt("backticks") { `id` }
attempt("spawn") { spawn("id") }
attempt("Process.spawn") { Process.spawn("id") }
attempt("exec") { exec("id") }
attempt("fork") { fork { nil } }
attempt("popen") { IO.popen("id") }
attempt("a pipe for a name") { open("|id") { |pipe| pipe.read } }
attempt("open3") { require "open3"; Open3.capture2("id") }
attempt("thread") { Thread.new { puts "IN A THREAD" }.join }
attempt("ractor") { Ractor.new { puts "IN A RACTOR" }.value }
attempt("fiddle") { require "fiddle"; Fiddle.dlopen(nil) }
puts "done"
