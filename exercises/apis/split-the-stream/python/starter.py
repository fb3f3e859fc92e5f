def take_messages(data):
    """Return the complete messages, and the bytes that wait for more."""
    length = data[4]
    return {"messages": [data[5:5 + length]], "rest": data[5 + length:]}
