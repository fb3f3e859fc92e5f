def may(user, action, lesson):
    """Say whether this user may do this with the lesson."""
    if user is None or not user["active"]:
        return False
    name, role = user["name"], user["role"]
    is_student = role == "student" and name == lesson["student"]
    is_teacher = role == "teacher" and name == lesson["teacher"]
    is_office = role == "office"
    if action == "read":
        return is_student or is_teacher or is_office
    if action == "cancel":
        return is_office or ((is_student or is_teacher) and not lesson["cancelled"])
    if action == "grade":
        return is_teacher and not lesson["cancelled"]
    return False
