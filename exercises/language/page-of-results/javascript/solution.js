/** Returns one page of the items, with its number, the number of pages and whether there is a next one. */
export function pageOf(items, page, size) {
  const pages = Math.max(1, Math.ceil(items.length / size));
  const shown = Math.min(Math.max(page, 1), pages);
  const start = (shown - 1) * size;
  return { items: items.slice(start, start + size), page: shown, pages: pages, has_next: shown < pages };
}
