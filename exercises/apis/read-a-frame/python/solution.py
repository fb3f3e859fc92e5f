def refuse_what_is_wrong(data):
    """Raise ValueError if the first bytes show that no good frame can follow."""
    if data and data[0] & 0x70:
        raise ValueError("a bit without an agreed meaning is set")
    if len(data) < 2:
        return
    if not data[1] & 0x80:
        raise ValueError("a client must mask")
    is_control = data[0] & 0x0F >= 8
    if is_control and (not data[0] & 0x80 or data[1] & 0x7F > 125):
        raise ValueError("a control frame is short and in one piece")


def read_frame(data):
    """Return the first frame in the bytes, or None if it is not all there."""
    refuse_what_is_wrong(data)
    if len(data) < 2:
        return None
    length, at = data[1] & 0x7F, 2
    if length >= 126:
        more = 2 if length == 126 else 8
        length, at = int.from_bytes(data[2:2 + more], "big"), 2 + more
    if len(data) < at + 4 + length:
        return None
    mask, masked = data[at:at + 4], data[at + 4:at + 4 + length]
    return {
        "last": bool(data[0] & 0x80),
        "kind": data[0] & 0x0F,
        "content": bytes(byte ^ mask[i % 4] for i, byte in enumerate(masked)),
        "size": at + 4 + length,
    }
