def merge_feeds(shop, parcels):
    merged = []
    while shop and parcels:
        if shop[0]["at"] <= parcels[0]["at"]:
            merged = merged + [shop[0]]
            shop = shop[1:]
        else:
            merged = merged + [parcels[0]]
            parcels = parcels[1:]
    return merged + shop + parcels
