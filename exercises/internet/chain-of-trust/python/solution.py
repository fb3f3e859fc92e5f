def check_chain(chain, trusted, now):
    """Return what is wrong and with which certificate, or None."""
    for i in range(len(chain)):
        certificate = chain[i]
        subject = certificate["subject"]
        issuer = certificate["issuer"]

        if now < certificate["from"]:
            return {"problem": "not_yet_valid", "subject": subject}
        if now > certificate["until"]:
            return {"problem": "expired", "subject": subject}
        if issuer in trusted:
            return None
        if issuer == subject:
            return {"problem": "self_signed", "subject": subject}
        if i + 1 == len(chain) or chain[i + 1]["subject"] != issuer:
            return {"problem": "unknown_issuer", "subject": subject}

    return {"problem": "no_certificate", "subject": None}
