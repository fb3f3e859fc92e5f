import re

TAG = re.compile(r'(W/)?"([^"]*)"')


def tag_matches(field, current, strong):
    """Say whether one of the tags in the field fits the current one (RFC 9110, section 8.8.3.2)."""
    if current is None:
        return False
    if field.strip() == "*":
        return True
    current_weak, current_text = TAG.fullmatch(current).groups()
    for weak, text in TAG.findall(field):
        if text == current_text and not (strong and (weak or current_weak)):
            return True
    return False
