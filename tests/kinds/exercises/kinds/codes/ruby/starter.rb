def new_code = ""
