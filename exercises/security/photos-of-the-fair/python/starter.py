TYPES = {"jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "html": "text/html", "svg": "image/svg+xml"}


def accept(name, content):
    """Return where a photo is written and how it is shown and served."""
    ending = name.rpartition(".")[2].lower()
    type = TYPES.get(ending, "application/octet-stream")
    return {"path": f"/srv/photos/{name}", "type": type, "shown": name, "headers": {"Content-Type": type}}
