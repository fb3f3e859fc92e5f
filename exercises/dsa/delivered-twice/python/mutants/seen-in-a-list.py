def delivered_twice(event_ids):
    seen = []
    reported = set()
    twice = []
    for event_id in event_ids:
        if event_id in seen and event_id not in reported:
            reported.add(event_id)
            twice.append(event_id)
        seen.append(event_id)
    return twice
