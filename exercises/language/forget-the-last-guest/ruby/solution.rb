# Returns the total, the tip and what each of the guests pays, in cents.
def bill(prices, guests)
  total = 0
  tip = 0
  prices.each { |price| total = total + price }
  tip = total / 10 if guests >= 2
  each = (total + tip + guests - 1) / guests
  { total: total, tip: tip, each: each }
end
