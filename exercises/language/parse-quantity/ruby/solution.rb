# Returns the quantity from 1 to 99, or raises ArgumentError with a reason.
def parse_quantity(text)
  digits = text.strip
  raise ArgumentError, "not a whole number: '#{text}'" unless digits.match?(/\A[0-9]+\z/)

  quantity = Integer(digits, 10)
  raise ArgumentError, "must be at least 1" if quantity < 1
  raise ArgumentError, "must be at most 99" if quantity > 99

  quantity
end
