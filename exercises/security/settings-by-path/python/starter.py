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


def set(user, path, value):
    """Set one thing, such as theme or mail.weekly."""
    *way, last = path.split(".")
    target = users[user]
    for name in way:
        target = getattr(target, name)
    setattr(target, last, value)


def get(user):
    """Return a user's settings."""
    settings = users[user]
    mail = settings.mail
    if not isinstance(mail, Mail):
        return {"theme": settings.theme, "language": settings.language, "mail": mail}
    return {"theme": settings.theme, "language": settings.language, "mail": {"weekly": mail.weekly, "offers": mail.offers}}


def is_admin(user):
    """Say whether somebody is an administrator."""
    return getattr(users[user], "admin", False)
