/** Returns one page of the items, with its number, the number of pages and whether there is a next one. */
export function pageOf(items, page, size) {
  const start = page * size;
  const pages = Math.floor(items.length / size);
  return { items: items.slice(start, start + size), page: page, pages: pages, has_next: true };
}
