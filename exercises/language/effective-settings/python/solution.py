def effective(defaults, overrides):
    """Return the overrides laid over the defaults, section by section."""
    settings = {name: dict(section) for name, section in defaults.items()}
    for name, section in overrides.items():
        settings[name] = {**settings.get(name, {}), **(section or {})}
    return settings


def changed_port(defaults, overrides, port):
    """Set the port in the effective settings; return these and the defaults."""
    settings = effective(defaults, overrides)
    settings["mail"]["port"] = port
    return [settings, defaults]
