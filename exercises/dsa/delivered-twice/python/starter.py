def delivered_twice(event_ids):
    """Return the ids that came more than once, in the order of their second delivery."""
    twice = []
    for place, event_id in enumerate(event_ids):
        came_before = event_id in event_ids[:place]
        if came_before and event_id not in twice:
            twice.append(event_id)
    return twice
