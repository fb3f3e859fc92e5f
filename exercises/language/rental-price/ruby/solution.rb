# Returns the price of a ride in cents.
def ride_price(minutes, rate = 15, unlock = 100)
  unlock + rate * minutes
end
