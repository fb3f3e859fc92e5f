def merge_patch(target, patch):
    """Return what comes out when `patch` is applied to `target`."""
    return {**target, **patch}
