def is_address(text):
    """Say whether the text has one @, with something on both sides, and no space."""
    parts = text.split("@")
    return len(parts) == 2 and "" not in parts and " " not in text


def clean_mail_list(typed):
    """Return the addresses among the typed texts, cleaned, each once, in their order."""
    clean = []
    for text in typed:
        text = text.strip().lower()
        if is_address(text) and text not in clean:
            clean.append(text)
    return clean
