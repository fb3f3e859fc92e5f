# Returns the total of the known names, and the list of the unknown ones.
def basket(prices, names)
  total = 0
  names.each do |_name|
    total += 1
  end
  { "total" => total, "unknown" => [] }
end
