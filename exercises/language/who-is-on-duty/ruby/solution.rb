# Returns which shift is called at this hour.
def on_duty(hour, holiday)
  return "night" if hour >= 22 || hour < 6
  return "standby" if holiday
  return "early" if hour < 14

  "late"
end
