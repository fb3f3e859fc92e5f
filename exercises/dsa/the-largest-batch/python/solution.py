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
    # Always true here: low letters are accepted; high letters are refused, or more than we want.
    low, high = 0, most + 1
    while high - low > 1:
        middle = (low + high) // 2
        if accepts(middle):
            low = middle
        else:
            high = middle
    return low
