def fridge_report(readings):
    """Return count, too_warm, highest and average of the readings of one day."""
    count = 0
    too_warm = 0
    total = 0
    highest = None
    for reading in readings:
        if reading is None:
            continue
        count += 1
        total += reading
        if reading > 8:
            too_warm += 1
        if highest is None or reading > highest:
            highest = reading

    average = None
    if count > 0:
        average = total / count
    return {"count": count, "too_warm": too_warm, "highest": highest, "average": average}
