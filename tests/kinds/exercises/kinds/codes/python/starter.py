def new_code():
    return ""
