import hashlib
import hmac
from collections import Counter

RESEARCH_KEY = b"the-key-for-research-from-the-vault"
SMALLEST_GROUP = 3


def newsletter(patients):
    return [
        {"name": patient["name"], "email": patient["email"]} for patient in patients if patient.get("newsletter") is True
    ]


def invoicing(patients):
    return [{name: patient[name] for name in ("id", "name", "minutes")} for patient in patients]


def group_of(patient):
    return f"{patient['born'][:3]}0s", patient["postcode"][:2]


def pseudonym_of(patient):
    return hmac.new(RESEARCH_KEY, str(patient["id"]).encode(), hashlib.sha256).hexdigest()[:16]


def research(patients):
    sizes = Counter(map(group_of, patients))
    records = []
    for patient in patients:
        age_group, region = group_of(patient)
        if sizes[age_group, region] >= SMALLEST_GROUP:
            records.append({
                "pseudonym": pseudonym_of(patient),
                "age_group": age_group,
                "region": region,
                "diagnosis": patient["diagnosis"],
                "minutes": patient["minutes"],
            })
    return records


PURPOSES = {"newsletter": newsletter, "invoicing": invoicing, "research": research}


def export_for(purpose, patients):
    """Return the list for this purpose, with what it needs and nothing else."""
    if purpose not in PURPOSES:
        raise ValueError("there is no such purpose")
    return PURPOSES[purpose](patients)
