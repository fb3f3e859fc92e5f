import hashlib

RESEARCH_KEY = b"the-key-for-research-from-the-vault"


def export_for(purpose, patients):
    """Return the list for this purpose."""
    if purpose == "newsletter":
        return [patient for patient in patients if patient.get("newsletter") is not False]
    if purpose == "research":
        return [{**patient, "pseudonym": hashlib.sha256(str(patient["id"]).encode()).hexdigest()[:16]} for patient in patients]
    return patients
