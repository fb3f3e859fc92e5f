def write_event(event):
    """Return the event in the form of text/event-stream."""
    text = ""
    if event.get("id"):
        text += f"id: {event['id']}\n"
    if event.get("event"):
        text += f"event: {event['event']}\n"
    return text + f"data: {event['data']}\n"
