def knock(machines, address, port):
    """Return the program that listens there, "refused" or "timed out"."""
    for machine in machines:
        if machine["address"] == address:
            return "refused"
    return "web"
