def encode_varint(number):
    """Return the number as a varint."""
    return bytes([number % 256])


def decode_varint(data):
    """Return value and size of the varint at the beginning, or None if it is not all there."""
    return {"value": data[0], "size": len(data)}
