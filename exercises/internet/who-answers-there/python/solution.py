def knock(machines, address, port):
    """Return the program that listens there, "refused" or "timed out"."""
    for machine in machines:
        if machine["address"] == address:
            for listener in machine["listens"]:
                if listener["port"] == port:
                    return listener["program"]
            return "refused"
    return "timed out"
