"""Tries lists of names and passwords, as programs do."""

FROM = "198.51.100.7"


def stuffing(subject):
    for number in range(20):
        answer = subject.call("log_in", f"member{number}", "123456", FROM, number)
        assert answer == "wrong", f"attempt {number + 1} from this address was answered {answer!r}; 20 are allowed"
    answer = subject.call("log_in", "ines", "ferry-31", FROM, 30)
    assert answer == "wait", f"after 20 wrong attempts from one address the next was answered {answer!r}"
    answer = subject.call("log_in", "ines", "ferry-31", "192.0.2.1", 31)
    assert answer == "ok", f"Ines, at home, was answered {answer!r}; only the attacker's address waits"


def washing(subject):
    for number in range(19):
        subject.call("log_in", f"member{number}", "123456", FROM, number)
    answer = subject.call("log_in", "bo", "kiosk-77", FROM, 20)
    assert answer == "ok", f"with 19 wrong attempts from his address Bo was answered {answer!r}"
    subject.call("log_in", "member20", "123456", FROM, 21)
    answer = subject.call("log_in", "ines", "ferry-31", FROM, 22)
    assert answer == "wait", f"20 wrong attempts, one success between them, and the next was answered {answer!r}"
