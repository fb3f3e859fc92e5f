def seat_labels(rows, numbers, removed):
    """Return the labels of all seats that are there, row by row."""
    labels = []
    for row in rows:
        for number in range(1, numbers + 1):
            label = f"{row}{number}"
            if label not in removed:
                labels.append(label)
    return labels
