require "timeout"

before = Process.clock_gettime(Process::CLOCK_MONOTONIC)
begin
  Timeout.timeout(2) { sleep 20 }
rescue Timeout::Error => error
  puts "#{error.message} after #{(Process.clock_gettime(Process::CLOCK_MONOTONIC) - before).round} s"
end
