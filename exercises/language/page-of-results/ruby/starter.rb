# Returns one page of the items, with its number, the number of pages and whether there is a next one.
def page_of(items, page, size)
  start = page * size
  pages = items.length / size
  { "items" => items[start, size], "page" => page, "pages" => pages, "has_next" => true }
end
