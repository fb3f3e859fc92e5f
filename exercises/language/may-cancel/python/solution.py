def may_cancel(status, minutes, is_owner, is_staff):
    """Say whether this person may cancel this order."""
    if status in ("shipped", "cancelled"):
        return False
    if is_staff:
        return True
    return is_owner and minutes <= 60 and status in ("new", "paid")
