# Returns a line such as "Ethiopia Guji: 12.50 EUR".
def price_tag(name, cents)
  euros, rest = cents.divmod(100)
  format("%s: %d.%02d EUR", name, euros, rest)
end
