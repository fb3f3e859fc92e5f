def delivered_twice(event_ids):
    """Return the ids that came more than once, in the order of their second delivery."""
    count = {}
    twice = []
    for event_id in event_ids:
        count[event_id] = count.get(event_id, 0) + 1
        if count[event_id] == 2:
            twice.append(event_id)
    return twice
