# Returns the total of an invoice in cents. Each line is a pair of hours and price.
def invoice_total(lines)
  total = 0
  lines.each do |hours, price|
    total += hours * price
  end
  total
end
