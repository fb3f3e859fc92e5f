def tag_matches(field, current, strong):
    """Say whether one of the tags in the field fits the current one."""
    return current in field.split(",")
