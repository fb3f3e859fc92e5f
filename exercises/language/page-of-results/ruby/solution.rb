# Returns one page of the items, with its number, the number of pages and whether there is a next one.
def page_of(items, page, size)
  pages = [1, items.length.ceildiv(size)].max
  page = page.clamp(1, pages)
  start = (page - 1) * size
  { "items" => items[start, size], "page" => page, "pages" => pages, "has_next" => page < pages }
end
