MAX_LENGTH = 4 * 1024 * 1024
FRAME = 5


def take_messages(data):
    """Return the complete messages, and the bytes that wait for more."""
    messages, at = [], 0
    while at < len(data):
        if data[at] != 0:
            raise ValueError("compression was not agreed on")
        if len(data) < at + FRAME:
            break
        length = int.from_bytes(data[at + 1:at + FRAME], "big")
        if length > MAX_LENGTH:
            raise ValueError("the message is too long")
        end = at + FRAME + length
        if len(data) < end:
            break
        messages.append(data[at + FRAME:end])
        at = end
    return {"messages": messages, "rest": data[at:]}
