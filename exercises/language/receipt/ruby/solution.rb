# Returns the tax on a net price in whole cents; half a cent goes up.
def tax(net, percent)
  (net * percent + 50) / 100
end

# Returns the net price plus its tax.
def gross(net, percent)
  net + tax(net, percent)
end

# Returns a line such as "ride 17: net 1050, tax 200 (19 %), gross 1250".
def receipt(ride, net, percent)
  "ride #{ride}: net #{net}, tax #{tax(net, percent)} (#{percent} %), gross #{gross(net, percent)}"
end
