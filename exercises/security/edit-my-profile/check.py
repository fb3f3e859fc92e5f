"""Sends values of the wrong kind."""

WRONG = [
    {"display_name": ""}, {"display_name": "   "}, {"display_name": "x" * 41}, {"display_name": 7}, {"display_name": True},
    {"display_name": None}, {"city": None}, {"city": "x" * 41}, {"city": 1}, {"newsletter": "yes"}, {"newsletter": 1},
    {"newsletter": None}, {"city": "Bruges", "newsletter": 0},
]


def other_kinds(subject):
    before = subject.call("row", 8)
    for body in WRONG:
        try:
            subject.call("update_profile", 8, body)
        except Exception as error:
            assert type(error).__name__.endswith(("ValueError", "RangeError")), f"{body!r} gave {type(error).__name__}: {error}"
        else:
            raise AssertionError(f"{body!r} was accepted")
        assert subject.call("row", 8) == before, f"{body!r} was refused, and changed something"
