# Returns which shift is called at this hour.
def on_duty(hour, holiday)
  return "night" if hour >= 22 && hour < 6

  "early"
end
