def numbers(version):
    """Return the three numbers of a version."""
    return [int(part) for part in version.split(".")]


def fits(installed, version):
    """Say whether the robot may propose this version."""
    if "-" in version:
        return False
    old, new = numbers(installed), numbers(version)
    width = 2 if old[0] == 0 else 1
    return new > old and new[:width] == old[:width]


def safe_update(installed, available):
    """Return the newest compatible version that is newer than the installed one, or None."""
    fitting = [version for version in available if fits(installed, version)]
    return max(fitting, key=numbers, default=None)
