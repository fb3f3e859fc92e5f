"""Looks at many codes."""

SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


def codes(subject, count, now=1767225600):
    return [subject.call("new_code", now) for _ in range(count)]


def typed_in_other_ways(subject):
    for write in (str.lower, lambda code: f"{code[:4]}-{code[4:8]}-{code[8:]}", lambda code: f" {code[:6]} {code[6:]} "):
        code = codes(subject, 1)[0]
        typed = write(code)
        assert subject.call("redeem", typed) is True, f"{code} was typed as {typed!r} and refused"


def several_open(subject):
    made = codes(subject, 10)
    assert len(set(made)) == 10, "two open codes are the same"
    for code in reversed(made):
        assert subject.call("redeem", code) is True, "one of ten open codes was refused"


def the_next_one(subject):
    made = codes(subject, 60)
    for place in range(12):
        seen = len({code[place] for code in made})
        assert seen >= 10, f"in place {place + 1} sixty codes had only {seen} different signs"


def tells_no_time(subject):
    early = [subject.call("new_code", 1767225600) for _ in range(20)]
    late = [subject.call("new_code", 1798761600) for _ in range(20)]
    for made in (early, late):
        for place in range(12):
            assert len({code[place] for code in made}) > 1, f"twenty codes of one second have the same sign in place {place + 1}"


def favourites(subject):
    made = codes(subject, 500)
    for sign in SIGNS:
        count = sum(code.count(sign) for code in made)
        assert 110 <= count <= 270, f"of 6000 signs {count} were {sign}; about 188 would be right"
    twins = sum(code[place] == code[place + 1] for code in made for place in range(11))
    assert twins <= 300, f"{twins} times a sign was followed by the same one; about 172 of 5500 would be right"
