import re


class Mail:
    def __init__(self):
        self.weekly = True
        self.offers = False


class Settings:
    def __init__(self):
        self.theme = "light"
        self.language = "en"
        self.mail = Mail()


users = {"ines": Settings(), "bo": Settings()}


def is_switch(value):
    return isinstance(value, bool)


# Every path that there is, and what is a value for it.
PATHS = {
    "theme": lambda value: isinstance(value, str) and value in ("light", "dark"),
    "language": lambda value: isinstance(value, str) and re.fullmatch("[a-z]{2}", value) is not None,
    "mail.weekly": is_switch,
    "mail.offers": is_switch,
}


def set(user, path, value):
    """Set one thing, such as theme or mail.weekly."""
    if path not in PATHS or not PATHS[path](value):
        raise ValueError("this cannot be set like this")
    *way, last = path.split(".")
    target = users[user]
    for name in way:
        target = getattr(target, name)
    setattr(target, last, value)


def get(user):
    """Return a user's settings."""
    settings = users[user]
    mail = settings.mail
    return {"theme": settings.theme, "language": settings.language, "mail": {"weekly": mail.weekly, "offers": mail.offers}}


def is_admin(user):
    """Say whether somebody is an administrator."""
    return getattr(users[user], "admin", False)
