"""Reads lists as their recipients do, and as thieves."""

import hashlib
import hmac
import json

KEY = b"the-key-for-research-from-the-vault"


def patient(id, born="1984-05-06", postcode="9000", **more):
    return {"id": id, "name": f"Patient {id}", "email": f"p{id}@example.org", "born": born, "postcode": postcode, "diagnosis": "knee", "minutes": 30 + id, "newsletter": id % 2 == 0, **more}


PATIENTS = [patient(12), patient(7, "1981-01-01", "9052"), patient(3, "1989-12-31", "9090"), patient(8, "1990-01-01", "9000")]


def invoicing(subject):
    got = subject.call("export_for", "invoicing", PATIENTS)
    kept = [{name: record.get(name) for name in ("id", "name", "minutes")} for record in got]
    assert kept == [{"id": p["id"], "name": p["name"], "minutes": p["minutes"]} for p in PATIENTS], f"came: {kept!r}"


def newsletter(subject):
    got = subject.call("export_for", "newsletter", PATIENTS)
    pairs = [(record.get("name"), record.get("email")) for record in got]
    assert [pair for pair in pairs if pair[0] in ("Patient 12", "Patient 8")] == [("Patient 12", "p12@example.org"), ("Patient 8", "p8@example.org")], f"came: {pairs!r}"


def only_what_is_needed(subject):
    for purpose, fields in (("invoicing", {"id", "name", "minutes"}), ("newsletter", {"name", "email"})):
        for record in subject.call("export_for", purpose, [patient(4, secret_note="afraid of needles"), *PATIENTS]):
            assert set(record) == fields, f"{purpose} got the fields {sorted(record)}"


def consent(subject):
    people = [patient(n, newsletter=value) for n, value in enumerate((True, False, None, "no", "true", 1, 0, ""))]
    del people[1]["newsletter"]
    got = [record["name"] for record in subject.call("export_for", "newsletter", people)]
    assert got == ["Patient 0"], f"the newsletter goes to {got!r}"


def research(subject, patients=PATIENTS):
    return subject.call("export_for", "research", patients)


def no_names(subject):
    got = research(subject)
    assert len(got) == 3, f"{len(got)} records; three patients are of the same age group and region"
    for record in got:
        assert set(record) == {"pseudonym", "age_group", "region", "diagnosis", "minutes"}, f"the fields are {sorted(record)}"
    shown = json.dumps(got)
    for part in ("Patient", "@example", "1984", "1981", "9052", "9090"):
        assert part not in shown, f"{part} stands in the list"
    assert [(r["age_group"], r["region"], r["minutes"]) for r in got] == [("1980s", "90", 42), ("1980s", "90", 37), ("1980s", "90", 33)], f"came: {got!r}"


def undone(subject):
    got = [record.get("pseudonym") for record in research(subject)]
    plain = {hashlib.new(name, str(n).encode()).hexdigest()[:length] for name in ("md5", "sha1", "sha256") for n in range(1000) for length in (8, 16, 32, 64)}
    assert not plain & set(got), "a pseudonym is the plain hash of a number"
    wanted = [hmac.new(KEY, str(n).encode(), hashlib.sha256).hexdigest()[:16] for n in (12, 7, 3)]
    assert got == wanted, f"the pseudonyms are {got!r}"


def small_groups(subject):
    people = [patient(1), patient(2), patient(3, postcode="8000"), patient(4, "1990-02-02"), patient(5, "1991-02-02"), patient(6, "1999-02-02")]
    got = [(record.get("age_group"), record.get("region")) for record in research(subject, people)]
    assert got == [("1990s", "90")] * 3, f"the groups in the list are {got!r}"
    assert research(subject, people[:3]) == [], "three patients in two groups: none of them is large enough"
