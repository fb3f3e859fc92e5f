def number(text, name):
    """Return the text as a number, or raise ValueError with the name of the field."""
    if not (text.isascii() and text.isdigit()):
        raise ValueError(f"{name} is not a number")
    return int(text)


def parse_row(line):
    """Return title, seats and cents of one line, or raise ValueError with a reason."""
    fields = [field.strip() for field in line.split(";")]
    if len(fields) != 3:
        raise ValueError(f"expected 3 fields, found {len(fields)}")
    title, seats, cents = fields
    if not title:
        raise ValueError("title is missing")
    return {"title": title, "seats": number(seats, "seats"), "cents": number(cents, "cents")}


def import_rows(lines):
    """Return the good rows, and the errors with the number of their line."""
    rows = []
    errors = []
    for place, line in enumerate(lines, 1):
        if line.strip() == "":
            continue
        try:
            rows.append(parse_row(line))
        except ValueError as error:
            errors.append({"line": place, "error": str(error)})
    return {"rows": rows, "errors": errors}
