# Returns how many of the delays are more than the limit.
def count_late(delays, limit)
  count = 0
  delays.each do |delay|
    count = count + 1
  end
  count
end
