import math


def page_of(items, page, size):
    """Return one page of the items, with its number, the number of pages and whether there is a next one."""
    pages = max(1, math.ceil(len(items) / size))
    page = min(max(page, 1), pages)
    start = (page - 1) * size
    return {"items": items[start:start + size], "page": page, "pages": pages, "has_next": page < pages}
