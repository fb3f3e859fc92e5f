def covers(names, host):
    """Say whether one of the certificate's names is good for the host."""
    host = host.lower()
    first, dot, parent = host.partition(".")
    for name in names:
        if name.lower() == host or name.lower() == "*." + parent:
            return True
    return False
