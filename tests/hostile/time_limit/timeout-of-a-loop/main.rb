require "timeout"

Timeout.timeout(1) { nil while true }
