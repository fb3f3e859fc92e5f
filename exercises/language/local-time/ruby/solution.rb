# Returns date, time and offset as a clock with this offset (in minutes) shows them.
def local_time(seconds, offset)
  wall = Time.at(seconds + offset * 60).utc.strftime("%Y-%m-%d %H:%M")
  sign = offset.negative? ? "-" : "+"
  hours, minutes = offset.abs.divmod(60)
  format("%s %s%02d:%02d", wall, sign, hours, minutes)
end
