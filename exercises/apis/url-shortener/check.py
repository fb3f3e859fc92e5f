"""What the tables of tests cannot say: how many codes compare with each other."""


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
