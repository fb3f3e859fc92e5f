def merge_feeds(shop, parcels):
    """Return the events of both feeds by time; at equal times the shop's come first."""
    merged = list(shop)
    for event in parcels:
        place = 0
        while place < len(merged) and merged[place]["at"] <= event["at"]:
            place += 1
        merged.insert(place, event)
    return merged
