def encode_varint(number):
    """Return the number as a varint."""
    out = bytearray()
    while number >= 128:
        out.append(number % 128 + 128)
        number //= 128
    out.append(number)
    return bytes(out)


def decode_varint(data):
    """Return value and size of the varint at the beginning, or None if it is not all there."""
    value, place = 0, 1
    for size, byte in enumerate(data[:10], 1):
        value += byte % 128 * place
        if byte < 128:
            return {"value": value, "size": size}
        place *= 128
    if len(data) >= 10:
        raise ValueError("a varint has ten bytes at most")
    return None
