host = ENV.to_h.except("HOME", "PWD", "LANG", "TZ")
puts host, ARGV.inspect, Dir.pwd, $PROGRAM_NAME
[-> { Etc.getlogin }, -> { Process.uid }, -> { Process.ppid }, -> { Socket.gethostname }, -> { `hostname` }, -> { File.readlink("/proc/self/exe") }].each do |ask|
  answer = ask.call
  puts "TOLD #{answer.inspect}" unless [nil, 0, 1, 42].include?(answer)
rescue StandardError, ScriptError
  nil
end
