def clean_mail_list(typed):
    """Return the addresses among the typed texts, cleaned, each once, in their order."""
    clean = []
    for text in typed:
        text.strip().lower()
        if "@" in text:
            clean.append(text)
    return clean
