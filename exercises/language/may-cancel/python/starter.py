def may_cancel(status, minutes, is_owner, is_staff):
    """Say whether this person may cancel this order."""
    return is_owner or is_staff
