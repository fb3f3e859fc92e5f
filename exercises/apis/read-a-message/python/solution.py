WIRE_TYPES = {"uint": 0, "bool": 0, "string": 2}
DEFAULTS = {"uint": 0, "bool": False, "string": ""}


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


def read_content(data, at, wire_type):
    """Return the content at this place, a number or bytes, and the place behind it."""
    if wire_type == 0:
        return read_varint(data, at)
    if wire_type == 2:
        length, at = read_varint(data, at)
    elif wire_type in (1, 5):
        length = 8 if wire_type == 1 else 4
    else:
        raise ValueError("an unknown wire type")
    if at + length > len(data):
        raise ValueError("the bytes end within a field")
    return data[at:at + length], at + length


def as_value(content, kind):
    """Return what the content means for a field of this type."""
    if kind == "string":
        return content.decode("utf-8")
    return content != 0 if kind == "bool" else content


def read_message(data, fields):
    """Return the values of all described fields."""
    message = {
        field["name"]: [] if field.get("repeated") else DEFAULTS[field["type"]]
        for field in fields.values()
    }
    at = 0
    while at < len(data):
        tag, at = read_varint(data, at)
        number, wire_type = tag // 8, tag % 8
        if number == 0:
            raise ValueError("no field has the number 0")
        content, at = read_content(data, at, wire_type)
        field = fields.get(str(number))
        if field is None:
            continue
        if wire_type != WIRE_TYPES[field["type"]]:
            raise ValueError("the field has another type than described")
        value = as_value(content, field["type"])
        if field.get("repeated"):
            message[field["name"]].append(value)
        else:
            message[field["name"]] = value
    return message
