"""What the tables of tests cannot say: how codes and keys compare with each other."""

import itertools
import re


def some_codes(subject, count=40):
    codes = []
    for number in range(count):
        answer = subject.request("POST", "/links", json={"url": f"https://www.example.org/events/{number}"})
        assert answer.status == 201, f"link {number + 1} was answered with {answer.status}"
        codes.append(answer.json()["code"])
    return codes


def codes_differ(subject):
    codes = some_codes(subject)
    assert len(set(codes)) == len(codes), "two of forty links had the same code"


def codes_are_no_counter(subject):
    beginnings = {code[:3] for code in some_codes(subject)}
    assert len(beginnings) > 10, "the codes of forty links begin nearly alike"


def own_codes_are_taken(subject):
    alias = next((code for code in some_codes(subject) if code == code.lower()), None)  # large letters are no alias
    if alias is not None:
        before = subject.request("GET", f"/{alias}").headers.get("location")
        answer = subject.request("POST", "/links", json={"url": "https://www.example.org/other", "alias": alias})
        assert answer.status == 409, f"the alias {alias} is a code of ours, and was answered with {answer.status}"
        assert subject.request("GET", f"/{alias}").headers.get("location") == before, f"{alias} leads elsewhere now"


def keys_are_hard_to_guess(subject):
    keys = []
    for number in range(8):
        answer = subject.request("POST", "/keys")
        assert answer.status == 201, f"key {number + 1} was answered with {answer.status}"
        keys.append(answer.json()["key"])
    for key in keys:
        assert isinstance(key, str) and re.fullmatch("[A-Za-z0-9_-]{32,}", key), f"{key!r} is not 32 or more of the signs"
    for one, other in itertools.combinations(keys, 2):
        differing = sum(a != b for a, b in zip(one, other))
        assert differing >= 12, f"two keys differ in {differing} places only: {one} and {other}"
