require "securerandom"
require "tmpdir"

puts Time.now.strftime("%F")
puts Time.now.to_f, Process.clock_gettime(Process::CLOCK_MONOTONIC)
puts rand, (0..999).to_a.sample(5).inspect, Random.new.rand, Random.new_seed, Random.urandom(8).inspect
puts SecureRandom.hex(8), SecureRandom.uuid, Dir.mktmpdir
puts "text".hash, [1, :a, 2.5].hash, Object.new.object_id, Object.new.hash, Object.new.inspect, GC.stat.inspect
