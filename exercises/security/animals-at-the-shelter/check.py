"""Sends what the form would not send."""


def refuses(subject, filters):
    try:
        got = subject.call("search", filters)
    except Exception as error:
        assert type(error).__name__.endswith(("ValueError", "RangeError")), f"{str(filters)[:80]} gave {type(error).__name__}: {error}"
        return
    raise AssertionError(f"{str(filters)[:80]} gave {got!r}")


def numbers(subject):
    for field in ("max_age", "limit"):
        for value in ("5 OR 1=1", "1; DROP TABLE animals", "5", -1, 100, 1.5, True, None, [5]):
            refuses(subject, {field: value})
    refuses(subject, {"limit": 0})
    refuses(subject, {"limit": 51})
    assert len(subject.call("search", {})) == 6, "after the attacks some animals are gone"


def fields(subject):
    refuses(subject, {"waiting": 0})
    refuses(subject, {"1=1 OR kind": "cat"})
    refuses(subject, {"constructor": "x"})
    for name in (5, None, ["a"], {"like": "%"}):
        refuses(subject, {"name": name})
    for kinds in ("cat", [5], [None], [["cat"]], ["cat"] * 11):
        refuses(subject, {"kinds": kinds})
