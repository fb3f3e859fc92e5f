def page_of(items, page, size):
    """Return one page of the items, with its number, the number of pages and whether there is a next one."""
    start = page * size
    pages = len(items) // size
    return {"items": items[start:start + size], "page": page, "pages": pages, "has_next": True}
