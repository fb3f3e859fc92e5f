# Returns the total of the known names, and the list of the unknown ones.
def basket(prices, names)
  known, unknown = names.partition { |name| prices.key?(name) }
  { "total" => known.sum { |name| prices[name] }, "unknown" => unknown }
end
