def check_chain(chain, trusted, now):
    """Return what is wrong and with which certificate, or None."""
    certificate = chain[0]
    # What about the time? And about the certificates that follow?
    if certificate["issuer"] in trusted:
        return None
    return {"problem": "unknown_issuer", "subject": certificate["subject"]}
