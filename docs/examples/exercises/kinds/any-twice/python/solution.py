def any_twice(values):
    return len(set(values)) < len(values)
