limit = 0
sizes = []


def set_limit(new_limit):
    """Set what the provider accepts, for the tests."""
    global limit
    limit = new_limit
    sizes.clear()


def tried():
    """Return the sizes that were tried, for the tests."""
    return sizes


def accepts(size):
    """Make one attempt with so many letters and say whether it was accepted."""
    sizes.append(size)
    return size <= limit


# Yours:


def largest_batch(most):
    """Return the largest batch of 1 to `most` letters that is accepted, or 0."""
    for size in range(1, most + 1):
        if not accepts(size):
            return size - 1
    return most
