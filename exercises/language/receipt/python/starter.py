def tax(net, percent):
    """Return the tax on a net price in whole cents; half a cent goes up."""
    return round(net * percent / 100)


def gross(net, percent):
    """Return the net price plus its tax."""
    return net


def receipt(ride, net, percent):
    """Return a line such as "ride 17: net 1050, tax 200 (19 %), gross 1250"."""
    return f"ride {ride}: net {net}"
