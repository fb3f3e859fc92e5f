def delivered_twice(event_ids):
    seen = set()
    twice = []
    for event_id in event_ids:
        if event_id in seen and event_id not in twice:
            twice.append(event_id)
        seen.add(event_id)
    return twice
