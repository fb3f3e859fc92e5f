def examples():
    """Return the table: days late, age of the reader, fee in cents."""
    return [
        [10, 30, 200],
    ]
