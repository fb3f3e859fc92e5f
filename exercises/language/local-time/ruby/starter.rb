# Returns date, time and offset as a clock with this offset (in minutes) shows them.
def local_time(seconds, offset)
  Time.at(seconds).utc.strftime("%Y-%m-%d %H:%M") + " +#{offset}"
end
