def seat_labels(rows, numbers, removed):
    """Return the labels of all seats that are there, row by row."""
    labels = []
    for row in rows:
        labels.append(row)
    return labels
