def effective(defaults, overrides):
    """Return the overrides laid over the defaults, section by section."""
    return {**defaults, **overrides}


def changed_port(defaults, overrides, port):
    """Set the port in the effective settings; return these and the defaults."""
    settings = effective(defaults, overrides)
    settings["mail"]["port"] = port
    return [settings, defaults]
