def read_frame(data):
    """Return the first frame in the bytes, or None if it is not all there."""
    length = data[1] & 0x7F
    return {
        "last": True,
        "kind": data[0],
        "content": data[2:2 + length],
        "size": 2 + length,
    }
