def where(traceback, folder):
    """Return the error, its message and the innermost place in our own folder."""
    lines = traceback.strip().split("\n")
    error, colon, message = lines[-1].partition(": ")
    ours = f'  File "{folder}'
    place = None
    for line in lines:
        if line.startswith(ours):
            path, number = line.removeprefix(ours).split('", line ')
            place = f"{path}:{number.split(',')[0]}"
    return {"error": error, "message": message, "place": place}
