def last_four(text):
    """Return four asterisks and the last four characters, spaces not counted."""
    digits = text.replace(" ", "")
    return "****" + digits[-4:]


def log_line(ride, card, phone):
    """Return a line such as "ride=17 card=****1234 phone=****0123"."""
    return f"ride={ride} card={last_four(card)} phone={last_four(phone)}"
