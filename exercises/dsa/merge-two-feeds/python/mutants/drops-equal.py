def merge_feeds(shop, parcels):
    events = sorted(shop + parcels, key=lambda event: event["at"])
    merged = []
    for event in events:
        if not merged or merged[-1] != event:
            merged.append(event)
    return merged
