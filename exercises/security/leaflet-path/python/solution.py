import os.path

BASE = "/srv/leaflets"


def leaflet_path(name):
    """Return the full path of the leaflet with this name; raise a ValueError if it is not in the folder."""
    if "\0" in name:
        raise ValueError("a name has no zero byte")
    full = os.path.normpath(os.path.join(BASE, name))
    if not full.startswith(BASE + "/"):
        raise ValueError("this name leads out of the folder")
    return full
