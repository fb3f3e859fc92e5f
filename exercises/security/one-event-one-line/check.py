"""Writes long names."""


def long_names(subject):
    for length, wanted in ((200, "n" * 200), (201, "n" * 200 + "…"), (5000, "n" * 200 + "…")):
        got = subject.call("line", "T", "login", [["user", "n" * length]])
        assert got == f'T login user="{wanted}"', f"a name of {length} signs gave a line of {len(got)}"
    got = subject.call("line", "T", "login", [["user", "\n" * 201]])
    assert got == 'T login user="' + "\\n" * 200 + '…"', "the signs are counted before they are escaped"
