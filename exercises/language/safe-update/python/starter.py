def safe_update(installed, available):
    """Return the newest compatible version that is newer than the installed one, or None."""
    return max(available)
