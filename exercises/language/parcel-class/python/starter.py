def parcel_class(grams):
    """Return the class of a parcel by its weight in grams."""
    if grams < 500:
        return "letter"
    return "freight"
