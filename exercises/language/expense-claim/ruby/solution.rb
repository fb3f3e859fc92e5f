# Returns what is paid for a drive, in cents.
def driving(km)
  30 * km
end

# Returns what is paid for days away, in cents.
def meals(days)
  2800 * days
end

# Returns the line of a claim: both amounts and their sum.
def claim(customer, km, days)
  road = driving(km)
  table = meals(days)
  "#{customer}: #{road} + #{table} = #{road + table} cents"
end
