# Returns the quantity from 1 to 99, or raises ArgumentError with a reason.
def parse_quantity(text)
  text.to_i
end
