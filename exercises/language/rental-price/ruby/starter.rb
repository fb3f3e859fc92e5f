# Returns the price of a ride in cents.
def ride_price(minutes)
  puts 100 + 15 * minutes
end
