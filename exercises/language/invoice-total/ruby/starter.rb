# Returns the total of an invoice in cents. Each line is a pair of hours and price.
def invoice_total(lines)
  lines.each do |hours, price|
    return hours * price
  end
end
