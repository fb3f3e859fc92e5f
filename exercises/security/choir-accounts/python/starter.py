accounts = {}  # name -> what is stored for this member


def register(name, password):
    """Add an account; return whether the name was free."""
    if name in accounts:
        return False
    accounts[name] = password
    return True


def log_in(name, password):
    """Say whether this is the right password."""
    return name in accounts and accounts[name] == password


def change_password(name, old, new):
    """Set a new password if the old one is right; say whether it was."""
    if not log_in(name, old):
        return False
    accounts[name] = new
    return True


def table():
    """Return what is stored. The tests use it to play the thief."""
    return [{"name": name, "password": stored} for name, stored in accounts.items()]
