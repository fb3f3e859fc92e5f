def merge_feeds(shop, parcels):
    """Return the events of both feeds by time; at equal times the shop's come first."""
    merged = []
    i = j = 0
    while i < len(shop) and j < len(parcels):
        if shop[i]["at"] <= parcels[j]["at"]:
            merged.append(shop[i])
            i += 1
        else:
            merged.append(parcels[j])
            j += 1
    merged.extend(shop[i:])
    merged.extend(parcels[j:])
    return merged
