"""Many packages in no order."""


def ordered(subject):
    names = ["walnut", "Oak", "ash", "elm", "Birch"]
    locked = [{"name": name, "version": "1.0.0", "direct": number % 2 == 0} for number, name in enumerate(names)]
    advisories = [{"id": f"ADV-{number}", "name": name, "introduced": "1.0.0", "fixed": "2.0.0"} for number, name in enumerate(names)]
    got = [(entry["direct"], entry["name"]) for entry in subject.call("affected", locked, advisories)]
    wanted = [(True, "Birch"), (True, "ash"), (True, "walnut"), (False, "Oak"), (False, "elm")]
    assert got == wanted, f"the order is {got!r}"
