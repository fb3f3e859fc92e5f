import os.path

BASE = "/srv/leaflets"


def leaflet_path(name):
    """Return the full path of the leaflet with this name."""
    return os.path.normpath(os.path.join(BASE, name))
