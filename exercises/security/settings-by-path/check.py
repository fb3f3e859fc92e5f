"""Walks along paths."""

SHARED = ["__proto__", "constructor.prototype", "__class__", "mail.__proto__", "mail.constructor.prototype", "mail.__class__"]


def attempt(subject, path, value):
    """Set something; say whether it was accepted."""
    try:
        subject.call("set", "bo", path, value)
    except Exception as error:
        assert type(error).__name__.endswith(("ValueError", "RangeError")), f"{path} gave {type(error).__name__}: {error}"
        return False
    return True


def pollutes(subject):
    accepted = []
    for path in SHARED:
        try:
            subject.call("set", "bo", f"{path}.admin", True)
            accepted.append(path)
        except Exception:
            pass
    for user in ("ines", "bo"):
        assert subject.call("is_admin", user) is False, f"{user} is an administrator after {accepted[:1]!r} + .admin was set"
    assert not accepted, f"{accepted[0]}.admin was accepted"


def other_values(subject):
    wrong = [("theme", "pink"), ("theme", ""), ("theme", True), ("theme", ["dark"]), ("language", "EN"), ("language", "eng"), ("language", "e1"),
             ("language", "en\n"), ("language", 5), ("mail.weekly", "yes"), ("mail.weekly", 1), ("mail.offers", None)]
    for path, value in wrong:
        assert not attempt(subject, path, value), f"{path} was set to {value!r}"
    assert subject.call("get", "bo") == {"theme": "light", "language": "en", "mail": {"weekly": True, "offers": False}}, "a refused value was set"


def inherited_names(subject):
    for path in ("constructor", "toString", "hasOwnProperty", "__init__", "__dict__", "", "theme.", ".theme", "theme.length"):
        assert not attempt(subject, path, "dark"), f"the path {path!r} was accepted"
