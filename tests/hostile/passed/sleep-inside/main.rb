before = Process.clock_gettime(Process::CLOCK_MONOTONIC)
sleep 29
puts (29...30).cover?(Process.clock_gettime(Process::CLOCK_MONOTONIC) - before)
