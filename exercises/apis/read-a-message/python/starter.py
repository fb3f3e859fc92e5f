def read_varint(data, at):
    """Return the number at this place and the place behind it."""
    value, place = 0, 1
    for byte in data[at:at + 10]:
        value += byte % 128 * place
        place *= 128
        at += 1
        if byte < 128:
            return value, at
    raise ValueError("the bytes end within a number")


def read_message(data, fields):
    """Return the values of all described fields."""
    message = {}
    at = 0
    for field in fields.values():
        tag, at = read_varint(data, at)
        if field["type"] == "string":
            length, at = read_varint(data, at)
            message[field["name"]] = data[at:at + length].decode("utf-8")
            at += length
        else:
            message[field["name"]], at = read_varint(data, at)
    return message
