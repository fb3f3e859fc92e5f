"""Asks for what is not there."""


def outcome(subject, name, *args):
    try:
        return repr(subject.call(name, *args))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def alike(subject):
    for name, theirs, nothing in (
        ("items", ("ines", 2), ("ines", 999)),
        ("add", ("ines", 2, "x"), ("ines", 999, "x")),
        ("tick", ("ines", 102), ("ines", 999)),
        ("move", ("ines", 102, 1), ("ines", 999, 1)),
        ("move", ("ines", 101, 2), ("ines", 101, 999)),
        ("share", ("ines", 2, "piotr", "viewer"), ("ines", 999, "piotr", "viewer")),
        ("unshare", ("ines", 2, "piotr"), ("ines", 999, "piotr")),
        ("remove", ("ines", 2), ("ines", 999)),
    ):
        first, second = outcome(subject, name, *theirs), outcome(subject, name, *nothing)
        assert first == second, f"{name}: {first!r} for somebody else's, {second!r} for what does not exist"
        assert first.startswith(("PermissionError", "RangeError")), f"{name} gave {first!r}"
