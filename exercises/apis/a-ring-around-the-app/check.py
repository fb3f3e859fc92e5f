import re


def new_each_time(subject):
    ids = [subject.request("GET", "/whoami").json()["id"] for _ in range(5)]
    for one in ids:
        assert re.fullmatch(r"[0-9a-f]{32}", one or ""), f"{one!r} is not 32 hexadecimal digits"
    assert len(set(ids)) == 5, "two of five requests had the same number"
